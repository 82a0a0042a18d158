package dev.auricle.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Public test data, beside the checkout in {@code ../shared/data}; tests that need it are skipped without it. */
public final class SharedData {
    private SharedData() {}

    /** The folder or file below the test data, or a skipped test. */
    public static Path require(String name) {
        var path = root().resolve(name);
        assumeTrue(Files.exists(path), () -> "test data " + name + " is not beside the checkout in ../shared/data");
        return path;
    }

    /** All files below the folder, in order; none where it is absent. */
    public static List<Path> files(String folder) {
        var path = root().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.isDirectory(here.resolve(".mvn"))) {
            here = here.getParent();
        }
        return here.resolveSibling("shared").resolve("data");
    }
}
