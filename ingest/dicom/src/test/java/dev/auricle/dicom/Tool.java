package dev.auricle.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of dcmtk, dicom3tools or OpenJPEG; tests that need one are skipped where it is not installed. */
public record Tool(Path executable) {
    /** The program, or a skipped test. */
    public static Tool require(String name) {
        var found = find(name);
        assumeTrue(
                found.isPresent(),
                () -> name + " is not installed (Debian packages dcmtk, dicom3tools and libopenjp2-tools)");
        return new Tool(found.orElseThrow());
    }

    /** The Java that runs this. */
    public static Tool java() {
        return new Tool(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    private static Optional<Path> find(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the program said, on both streams, and its exit code. */
    public record Result(int exit, String output) {}

    public Result run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, Map.of());
    }

    public Result run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var log = Files.createTempFile("tool", ".log");
        var process = start(arguments, environment, log);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(executable + " did not end");
        }
        var output = Files.readString(log, StandardCharsets.ISO_8859_1);
        Files.delete(log);
        return new Result(process.exitValue(), output);
    }

    /** Starts the program and leaves it running. */
    public Process start(List<String> arguments, Map<String, String> environment, Path log) throws IOException {
        var command = Stream.concat(Stream.of(executable.toString()), arguments.stream())
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
