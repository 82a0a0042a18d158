package dev.auricle.deploy.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents. */
final class Documents {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "auricle-work");

    private Documents() {}

    /** One of them. */
    record Document(Path file, String text) {
        /** What a pattern finds in it. */
        List<MatchResult> find(Pattern pattern) {
            return pattern.matcher(text).results().toList();
        }

        @Override
        public String toString() {
            return ROOT.relativize(file).toString();
        }
    }

    /** All of them. */
    static List<Document> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(Documents::isOurs)
                    .sorted()
                    .map(file -> new Document(file, read(file)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isOurs(Path file) {
        return Stream.iterate(file, path -> !path.equals(ROOT), Path::getParent)
                .noneMatch(path -> NOT_OURS.contains(path.getFileName().toString()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
