package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.deidentify.Deidentification.Rejected;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BurnedInTest {
    private static final int BLACK = 0;
    private static final int GREY = 7;

    static Stream<Arguments> suspicious() {
        return Stream.of(
                Arguments.of("says so", Images.ct().set(Tags.BURNED_IN_ANNOTATION, "YES")),
                Arguments.of(
                        "captured",
                        Images.ct()
                                .set(Tags.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE_IMAGE.uid())
                                .set(Tags.BURNED_IN_ANNOTATION, "NO")),
                Arguments.of("converted", Images.ct().set(Tags.CONVERSION_TYPE, "WSD")),
                Arguments.of("saved screen", Images.ct().set(Tags.IMAGE_TYPE, "DERIVED", "SECONDARY", "SCREEN SAVE")),
                Arguments.of("ultrasound", ultrasound()),
                Arguments.of("overlay in the pixels", Images.ct().set(Tags.OVERLAY_BITS_ALLOCATED, 16)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("suspicious")
    void an_image_that_may_have_text_in_it_is_rejected(String why, DataSetBuilder image) {
        // When
        var rejected = deidentify(image.build(), Profile.BASIC);
        // Then
        assertThat(rejected).isInstanceOf(Rejected.class);
        assertThat(((Rejected) rejected).code()).isEqualTo("BURNED_IN");
        assertThat(((Rejected) rejected).sentence()).endsWith(".").doesNotContain(Images.ID);
    }

    @Test
    void an_image_of_another_kind_passes() {
        assertThat(deidentify(Images.ct().build(), Profile.BASIC)).isInstanceOf(Deidentified.class);
    }

    @Test
    void a_rule_that_matches_blacks_out_its_rectangles_in_every_frame() {
        // Given: two frames of four rows and six columns, one byte each
        var image = Images.ct()
                .set(Tags.BURNED_IN_ANNOTATION, "YES")
                .set(Tags.NUMBER_OF_FRAMES, 2)
                .set(Tags.BITS_ALLOCATED, 8)
                .build();
        // When
        var masked = deidentify(image, profile(Images.ANY, new Rectangle(4, 1, 9, 2)));
        // Then
        var dataSet = ((Deidentified) masked).dataSet();
        assertThat(pixels(dataSet, 0, 24)).containsExactly(pattern("......", "....##", "....##", "......"));
        assertThat(pixels(dataSet, 24, 24)).containsExactly(pattern("......", "....##", "....##", "......"));
        assertThat(dataSet.require(Tags.BURNED_IN_ANNOTATION).string()).isEqualTo("NO");
        assertThat(dataSet.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .extracting(code -> code.require(Tags.CODE_VALUE).string())
                .containsExactly("113100", "113101");
    }

    @Test
    void colours_are_black_whether_they_lie_together_or_apart() {
        for (int planar = 0; planar < 2; planar++) {
            // Given
            var image = Images.ct()
                    .set(Tags.CONVERSION_TYPE, "WSD")
                    .set(Tags.BITS_ALLOCATED, 8)
                    .set(Tags.SAMPLES_PER_PIXEL, 3)
                    .set(Tags.PHOTOMETRIC_INTERPRETATION, "YBR_FULL")
                    .set(Tags.PLANAR_CONFIGURATION, planar)
                    .bytes(Tags.PIXEL_DATA, Vr.OB, filled(72))
                    .build();
            // When
            var masked = ((Deidentified) deidentify(image, profile(Images.ANY, new Rectangle(0, 0, 1, 1)))).dataSet();
            // Then
            var bytes = masked.require(Tags.PIXEL_DATA).bytes();
            int step = planar == 0 ? 1 : 24;
            assertThat(new int[] {bytes.at(0), bytes.at(step), bytes.at(2 * step)})
                    .containsExactly(0, 128, 128);
            assertThat(pixels(masked, 0, 72)).filteredOn(value -> value != GREY).hasSize(3);
        }
    }

    @Test
    void outside_of_ultrasound_regions_everything_is_black() {
        // Given
        var image = ultrasound()
                .set(Tags.BITS_ALLOCATED, 8)
                .items(
                        Tags.SEQUENCE_OF_ULTRASOUND_REGIONS,
                        DataSet.builder()
                                .set(Tags.REGION_LOCATION_MIN_X0, 1)
                                .set(Tags.REGION_LOCATION_MIN_Y0, 2)
                                .set(Tags.REGION_LOCATION_MAX_X1, 4)
                                .set(Tags.REGION_LOCATION_MAX_Y1, 3)
                                .build())
                .build();
        // When
        var masked = deidentify(image, profile(new MaskRule(Images.ANY, new MaskArea.OutsideRegions())));
        // Then
        assertThat(pixels(((Deidentified) masked).dataSet(), 0, 24))
                .containsExactly(pattern("######", "######", "#....#", "#....#"));
    }

    @Test
    void an_ultrasound_image_without_regions_is_rejected() {
        // When
        var rejected =
                deidentify(ultrasound().build(), profile(new MaskRule(Images.ANY, new MaskArea.OutsideRegions())));
        // Then
        assertThat(rejected)
                .isEqualTo(new Rejected("BURNED_IN", "The image does not say which of its regions is no text."));
    }

    @Test
    void a_rule_is_for_the_images_it_names() {
        // Given
        var wanted = new ImageSelector("CT", "acme", "", new ImageSelector.Size(4, 6), List.of("AXIAL"));
        var image = Images.ct().set(Tags.BURNED_IN_ANNOTATION, "YES");
        // Then
        assertThat(wanted.matches(image.build())).isTrue();
        assertThat(wanted.matches(image.set(Tags.ROWS, 5).build())).isFalse();
        assertThat(deidentify(image.build(), profile(wanted, new Rectangle(0, 0, 1, 1))))
                .isEqualTo(
                        new Rejected("BURNED_IN", "The image says that text is burned in. No mask rule matches it."));
    }

    @Test
    void pixels_that_are_compressed_cannot_be_masked() {
        // Given
        var image = Images.ct().set(Tags.BURNED_IN_ANNOTATION, "YES").build();
        // When
        var rejected = new Deidentifier(profile(Images.ANY, new Rectangle(0, 0, 1, 1)), Secret.NORTH)
                .deidentify(image, TransferSyntax.JPEG_BASELINE);
        // Then
        assertThat(rejected)
                .isEqualTo(new Rejected("BURNED_IN", "A mask rule matches the image, but its pixels are compressed."));
    }

    @Test
    void a_rule_without_rectangles_says_that_there_is_no_text() {
        // Given
        var image = Images.ct().set(Tags.CONVERSION_TYPE, "SYN").build();
        // When
        var passed = deidentify(image, profile(Images.ANY));
        // Then
        assertThat(((Deidentified) passed).dataSet().element(Tags.PIXEL_DATA))
                .isEqualTo(image.element(Tags.PIXEL_DATA));
    }

    private static DataSetBuilder ultrasound() {
        return Images.ct()
                .set(Tags.SOP_CLASS_UID, SopClass.ULTRASOUND_IMAGE.uid())
                .set(Tags.MODALITY, "US");
    }

    private static Profile profile(ImageSelector selector, Rectangle... rectangles) {
        return profile(new MaskRule(selector, new MaskArea.Rectangles(List.of(rectangles))));
    }

    private static Profile profile(MaskRule rule) {
        return new Profile(Set.of(ProfileOption.CLEAN_PIXEL_DATA), Words.USUAL, List.of(rule));
    }

    private static Deidentification deidentify(DataSet image, Profile profile) {
        return new Deidentifier(profile, Secret.NORTH).deidentify(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static Integer[] pixels(DataSet image, int from, int count) {
        var bytes = image.require(Tags.PIXEL_DATA).bytes();
        return Stream.iterate(from, i -> i < from + count, i -> i + 1)
                .map(bytes::at)
                .toArray(Integer[]::new);
    }

    private static Integer[] pattern(String... rows) {
        return String.join("", rows)
                .chars()
                .mapToObj(sign -> sign == '#' ? BLACK : GREY)
                .toArray(Integer[]::new);
    }

    private static byte[] filled(int count) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) GREY);
        return bytes;
    }
}
