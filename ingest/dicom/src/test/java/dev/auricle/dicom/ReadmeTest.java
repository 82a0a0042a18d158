package dev.auricle.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_line_of_the_examples_compiles() throws IOException {
        // Given
        var module = module();
        var readme = Files.readString(module.resolve("README.md"));
        var source = module.resolve("src/test/java/dev/auricle/dicom/ReadmeExamples.java");
        var compiled = Files.readAllLines(source).stream().map(String::strip).toList();
        // When
        var lines = EXAMPLE.matcher(readme)
                .results()
                .flatMap(example -> example.group(1).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        // Then
        assertThat(lines).isNotEmpty().isSubsetOf(compiled);
    }

    private static Path module() {
        var here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("src")) ? here : here.resolve("ingest/dicom");
    }
}
