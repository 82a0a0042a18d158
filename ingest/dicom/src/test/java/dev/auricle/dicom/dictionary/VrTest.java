package dev.auricle.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VrTest {
    @ParameterizedTest
    @EnumSource
    void every_representation_is_found_by_its_code(Vr vr) {
        assertThat(Vr.ofCode(vr.name().charAt(0), vr.name().charAt(1))).contains(vr);
    }

    @Test
    void other_letters_and_no_letters_are_no_code() {
        assertThat(Vr.ofCode('Z', 'Z')).isEmpty();
        assertThat(Vr.ofCode(0, 0xFF)).isEmpty();
        assertThat(Vr.ofCode('U', 0x1FF)).isEmpty();
    }

    @Test
    void text_is_padded_with_a_space_and_the_rest_with_NUL() {
        assertThat(Vr.LO.padding()).isEqualTo((byte) ' ');
        assertThat(Vr.UI.padding()).isZero();
        assertThat(Vr.OB.padding()).isZero();
    }
}
