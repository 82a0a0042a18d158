package dev.auricle.deploy.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/**
 * What a process came to.
 *
 * @param code of its exit
 * @param screen standard output and standard error as they came
 */
record Ended(int code, String screen) {
    /** Runs it to its end. It must write both streams into one. */
    static Ended of(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.start();
        process.getOutputStream().close();
        var screen = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), screen);
    }

    /** The sentence, where the process failed with nothing else on the screen but the page to read. */
    String sentence() {
        List<String> lines = screen.lines().toList();
        if (lines.size() != 2 || !lines.get(1).contains("exit code " + code + ", see deploy/docs/exit-codes/" + code)) {
            throw new AssertionError("a sentence and a page were expected, got " + this);
        }
        return lines.get(0);
    }
}
