package dev.auricle.deploy.prove;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The validator of dicom3tools. */
final class Dciodvfy {
    private static final int PATIENCE_SECONDS = 60;

    private Dciodvfy() {}

    /** Skips a test where it is not installed. */
    static void require() {
        assumeTrue(executable().isPresent(), "dciodvfy is not installed (Debian package dicom3tools)");
    }

    /** What it says of a DICOM file, line by line. */
    static List<String> validate(byte[] file, Path folder) throws IOException, InterruptedException {
        var object = Files.write(folder.resolve("object.dcm"), file);
        var said = folder.resolve("dciodvfy.txt");
        var process = new ProcessBuilder(executable().orElseThrow().toString(), "-new", object.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("dciodvfy did not end");
        }
        return Files.readAllLines(said, StandardCharsets.ISO_8859_1);
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "dciodvfy"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
