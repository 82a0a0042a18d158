package dev.auricle.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pixel.VoiWindow.Function;
import java.nio.ByteOrder;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VoiTransformationTest {
    @ParameterizedTest
    @CsvSource({
        // the examples of PS3.3 C.11.2.1.2.1 for values of 8 bits, and those of the other functions
        "LINEAR, 2048, 4096, 0, 0",
        "LINEAR, 2048, 4096, 4095, 1",
        "LINEAR, 2048, 1, 2047, 0",
        "LINEAR, 2048, 1, 2048, 1",
        "LINEAR, 0, 100, -50, 0",
        "LINEAR, 0, 100, 49, 1",
        "LINEAR, 0, 100, -0.5, 0.5",
        "LINEAR_EXACT, 0, 100, -50, 0",
        "LINEAR_EXACT, 0, 100, 0, 0.5",
        "LINEAR_EXACT, 0, 100, 51, 1",
        "LINEAR_EXACT, 0.25, 0.5, 0.125, 0.25",
        "SIGMOID, 10, 4, 10, 0.5",
        "SIGMOID, 10, 4, 11, 0.731059",
        "SIGMOID, 10, 4, -1000, 0"
    })
    void values_in_a_window_become_shades(Function function, double centre, double width, float value, float shade) {
        // Given
        var values = new float[] {value};
        // When
        new VoiWindow(centre, width, function).apply(values, values);
        // Then
        assertThat(values[0]).isCloseTo(shade, Offset.offset(1e-6f));
    }

    @Test
    void an_image_offers_tables_and_windows() {
        // Given: a table for -1 to 1, of 8 bits in words
        var table = DataSet.builder()
                .set(Tags.LUT_DESCRIPTOR, 3, 0xFFFF, 8)
                .put(new ValueElement(
                        Tags.LUT_DATA, Vr.OW, Bytes.wrap(new byte[] {0, 0, 51, 0, -1, 0}), ByteOrder.LITTLE_ENDIAN))
                .build();
        var image = DataSet.builder()
                .set(Tags.RESCALE_INTERCEPT, -1)
                .set(Tags.WINDOW_CENTER, 40, 300)
                .set(Tags.WINDOW_WIDTH, 400, 1500)
                .set(Tags.VOI_LUT_FUNCTION, "LINEAR_EXACT")
                .items(Tags.VOI_LUT_SEQUENCE, table)
                .build();
        // When
        var offered = VoiTransformation.of(image);
        var shades = new float[4];
        offered.get(0).apply(new float[] {-9, 0, 1, 7}, shades);
        // Then
        assertThat(shades).containsExactly(0, 0.2f, 1, 1);
        assertThat(offered.subList(1, 3))
                .containsExactly(
                        new VoiWindow(40, 400, Function.LINEAR_EXACT), new VoiWindow(300, 1500, Function.LINEAR_EXACT));
    }

    @Test
    void a_frame_has_a_window_of_its_own() {
        // Given
        var window = DataSet.builder()
                .set(Tags.WINDOW_CENTER, 5)
                .set(Tags.WINDOW_WIDTH, 10)
                .build();
        var groups = new FunctionalGroups(
                DataSet.builder().items(Tags.FRAME_VOI_LUT_SEQUENCE, window).build(), DataSet.EMPTY);
        // Then
        assertThat(VoiTransformation.of(groups)).containsExactly(new VoiWindow(5, 10, Function.LINEAR));
        assertThat(VoiTransformation.of(new FunctionalGroups(DataSet.EMPTY, DataSet.EMPTY)))
                .isEmpty();
    }

    @Test
    void windows_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new VoiWindow(0, 0.5, Function.LINEAR)).isInstanceOf(UnableToReadPixels.class);
        assertThatThrownBy(() -> new VoiWindow(0, 0, Function.SIGMOID)).isInstanceOf(UnableToReadPixels.class);
        assertThatThrownBy(() -> new VoiWindow(Double.NaN, 1, Function.LINEAR)).isInstanceOf(UnableToReadPixels.class);
        var image = DataSet.builder().set(Tags.VOI_LUT_FUNCTION, "OTHER").build();
        assertThatThrownBy(() -> VoiTransformation.of(image))
                .isInstanceOf(UnableToReadPixels.class)
                .hasMessageNotContaining("OTHER");
    }
}
