package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Toolkits by name. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomToolkitTest {
    @Test
    void the_house_has_a_toolkit_of_its_own() {
        assertThat(DicomToolkit.named("auricle")).isInstanceOf(VertxToolkit.class);
    }

    @Test
    void a_toolkit_that_is_not_there_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> DicomToolkit.named("pixelmed"))
                .isInstanceOf(NoSuchToolkit.class)
                .hasMessage("there is no DICOM toolkit pixelmed, only auricle");
    }
}
