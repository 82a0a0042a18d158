package dev.auricle.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SopClassTest {
    @ParameterizedTest
    @EnumSource
    void a_SOP_class_is_found_by_its_valid_UID_and_has_a_name(SopClass sopClass) {
        assertThat(Uids.isValid(sopClass.uid())).isTrue();
        assertThat(SopClass.of(sopClass.uid())).contains(sopClass);
        assertThat(Uids.name(sopClass.uid())).isEqualTo(sopClass.title());
    }

    @Test
    void verification_and_a_directory_are_not_stored() {
        assertThat(SopClass.VERIFICATION.isStorage()).isFalse();
        assertThat(SopClass.MEDIA_DIRECTORY.isStorage()).isFalse();
        assertThat(SopClass.MR_IMAGE.isStorage()).isTrue();
    }
}
