package dev.auricle.schemas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.configuration.Secret;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyedHashTest {
    private final KeyedHash north = new KeyedHash(new Secret("north-north-north"));
    private final KeyedHash south = new KeyedHash(new Secret("south-south-south"));

    @Test
    void the_same_value_has_the_same_pseudonym_and_another_secret_another() {
        assertThat(north.hex("patient", "4711"))
                .hasSize(32)
                .isEqualTo(north.hex("patient", "4711"))
                .isNotEqualTo(south.hex("patient", "4711"));
    }

    @Test
    void equal_values_of_different_kinds_do_not_meet() {
        assertThat(north.hex("patient", "4711")).isNotEqualTo(north.hex("study", "4711"));
    }

    @Test
    void as_a_uuid_it_is_of_version_8_and_variant_2() {
        // When
        var uuid = north.uuid("uid", "1.2.3");
        // Then
        assertThat(uuid.version()).isEqualTo(8);
        assertThat(uuid.variant()).isEqualTo(2);
    }
}
