package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.deploy.launch.Auricle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The auricle command in a process of its own, which is ended the hard way: SIGKILL, no last words. */
final class ChildProcess implements AutoCloseable {
    private static final int KILLED = 128 + 9;
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts one; what it says goes to a file. */
    static ChildProcess start(Path log, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Auricle.class.getName()));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // Nobody else ends it when the tests themselves are ended.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ChildProcess(process, log);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Kills it, without waiting for its end. */
    void kill() {
        assertThat(process.isAlive()).as("alive, see %s", log).isTrue();
        process.destroyForcibly();
    }

    /** Waits for its end, and sees that it was the kill that it died of. */
    void awaitKilled() {
        assertThat(end()).as("exit value, see %s", log).isEqualTo(KILLED);
    }

    /** Whether it has ended although nobody killed it. */
    boolean hasEnded() {
        return !process.isAlive();
    }

    /** Where to read what it said. */
    Path log() {
        return log;
    }

    @Override
    public void close() {
        end();
    }

    private int end() {
        process.destroyForcibly();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ended, see %s", log)
                    .isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return process.exitValue();
    }
}
