package dev.auricle.dicom.deidentify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The tables among this package's resources: lines of text, comments behind {@code #}. */
final class Table {
    private Table() {}

    /** The lines that are no comment. */
    static Stream<String> lines(String resource) {
        return read(resource).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static List<String> read(String resource) {
        try (var stream = Table.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + resource + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
    }
}
