package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.deploy.launch.Auricle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process with a small heap, mostly the auricle command, which is ended the hard way: SIGKILL, no last words. */
final class ChildProcess implements AutoCloseable {
    private static final int KILLED = 128 + 9;
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the auricle command; what it says goes to a file. */
    static ChildProcess start(Path log, List<String> arguments) {
        return start(log, Auricle.class, arguments);
    }

    /** Starts a main class; what it says goes to a file. */
    static ChildProcess start(Path log, Class<?> main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
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

    /** The most memory that it has had so far, in mebibytes, as the system counts it (VmHWM). */
    long peakMebibytes() {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
