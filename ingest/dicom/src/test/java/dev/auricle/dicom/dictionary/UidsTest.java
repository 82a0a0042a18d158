package dev.auricle.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UidsTest {
    @Test
    void a_UUID_becomes_the_UID_the_standard_gives_as_its_example() {
        // Given: PS3.5, B.2
        var uuid = UUID.fromString("f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
        // When
        var uid = Uids.fromUuid(uuid);
        // Then
        assertThat(uid).isEqualTo("2.25.329800735698586629295641978511506172918");
        assertThat(Uids.isValid(uid)).isTrue();
    }

    @Test
    void the_greatest_and_the_least_UUID_become_valid_UIDs() {
        assertThat(Uids.fromUuid(new UUID(-1, -1))).matches(Uids::isValid).hasSizeLessThanOrEqualTo(64);
        assertThat(Uids.fromUuid(new UUID(0, 0))).isEqualTo("2.25.0").matches(Uids::isValid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1..2", "1.02", "1.a", "1.2 "})
    void what_is_not_of_the_form_is_not_valid(String uid) {
        assertThat(Uids.isValid(uid)).isFalse();
    }

    @Test
    void known_UIDs_have_names() {
        assertThat(Uids.name("1.2.840.10008.1.2.1")).isEqualTo("Explicit VR Little Endian");
        assertThat(Uids.name("1.2.840.10008.5.1.4.1.1.66.4")).isEqualTo("Segmentation Storage");
        assertThat(Uids.name("1.2.3")).isEqualTo("1.2.3");
    }
}
