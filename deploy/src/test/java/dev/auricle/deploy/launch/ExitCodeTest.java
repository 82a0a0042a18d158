package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExitCodeTest {
    private static final Path PRODUCT = Path.of("..");
    private static final Path PAGES = PRODUCT.resolve("deploy/docs/exit-codes");
    private static final Pattern DIED = Pattern.compile("\\bdie (\\d+) ");

    @Test
    void every_code_has_a_page_and_every_page_a_code() throws IOException {
        // Given
        var wanted = Arrays.stream(ExitCode.values()).map(ExitCode::page).toList();
        // When
        try (var pages = Files.list(PAGES)) {
            // Then
            assertThat(pages.map(page -> PRODUCT.relativize(page).toString())
                            .filter(page -> !page.endsWith("README.md")))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void no_code_stands_for_two_things() {
        assertThat(ExitCode.values()).extracting(ExitCode::code).doesNotHaveDuplicates();
    }

    @Test
    void the_start_script_ends_with_codes_that_are_declared() throws IOException {
        // Given
        var codes = Arrays.stream(ExitCode.values())
                .map(code -> String.valueOf(code.code()))
                .toList();
        // When
        var died = DIED.matcher(Files.readString(PRODUCT.resolve("deploy/bin/auricle")))
                .results()
                .map(found -> found.group(1))
                .toList();
        // Then
        assertThat(died).isNotEmpty().isSubsetOf(codes);
    }
}
