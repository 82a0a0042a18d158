package dev.auricle.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameUuidTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void is_the_one_of_rfc_9562_appendix_a4() {
        assertThat(NameUuid.in(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void parts_do_not_run_into_each_other() {
        assertThat(NameUuid.of("ab", "c")).isNotEqualTo(NameUuid.of("a", "bc"));
        assertThatThrownBy(() -> NameUuid.of("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
