package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof: whatever object a patient is planted in, no byte of it says who. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedIdentifiersTest {
    /** Text burned into pixels is not what this is about. */
    static final List<MaskRule> NO_TEXT = List.of(new MaskRule(Images.ANY, new MaskArea.Rectangles(List.of())));

    static final Profile BASIC = new Profile(Set.of(ProfileOption.CLEAN_PIXEL_DATA), Words.USUAL, NO_TEXT);
    static final Profile GENEROUS = new Profile(
            Set.of(
                    ProfileOption.CLEAN_PIXEL_DATA,
                    ProfileOption.CLEAN_DESCRIPTORS,
                    ProfileOption.CLEAN_GRAPHICS,
                    ProfileOption.CLEAN_STRUCTURED_CONTENT,
                    ProfileOption.RETAIN_DEVICE_IDENTITY,
                    ProfileOption.RETAIN_INSTITUTION_IDENTITY,
                    ProfileOption.RETAIN_MODIFIED_DATES,
                    ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
                    ProfileOption.RETAIN_SAFE_PRIVATE),
            Words.USUAL,
            NO_TEXT);

    private static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

    static Stream<Arguments> seeds() {
        return Identity.ALL.stream()
                .flatMap(identity -> IntStream.range(0, 6).mapToObj(seed -> Arguments.of(seed, identity)));
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void no_identifier_survives_the_basic_profile(int seed, Identity identity) throws IOException {
        // Given
        var identified = new Planting(seed, identity).object();
        // When
        var anonymous = Images.deidentified(identified, BASIC);
        // Then
        assertThat(new Survivors(identity.patterns(Identity.DATE, Identity.UID)).in(anonymous))
                .isEmpty();
        assertThat(identity.patterns(Identity.DATE, Identity.UID).areIn(written(anonymous, seed)))
                .isFalse();
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void no_identifier_survives_options_that_retain_and_clean(int seed, Identity identity) throws IOException {
        // Given
        var identified = new Planting(seed, identity).object();
        // When
        var anonymous = Images.deidentified(identified, GENEROUS);
        // Then
        assertThat(new Survivors(identity.patterns(Identity.DATE)).in(anonymous))
                .isEmpty();
        assertThat(identity.patterns(Identity.DATE).areIn(written(anonymous, seed)))
                .isFalse();
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @MethodSource("seeds")
    void the_same_object_gives_the_same_bytes(int seed, Identity identity) throws IOException {
        // Given
        var identified = new Planting(seed, identity).object();
        // When
        var anonymous = Images.deidentified(identified, GENEROUS);
        // Then
        assertThat(written(anonymous, seed)).isEqualTo(written(Images.deidentified(identified, GENEROUS), seed));
        assertThat(identity.patterns(Identity.DATE).areIn(written(identified, seed)))
                .isTrue();
    }

    /** As a file, in another transfer syntax for each seed. */
    private static Bytes written(DataSet dataSet, int seed) throws IOException {
        var out = new ByteArrayOutputStream();
        DicomFile.of(dataSet, SYNTAXES.get(seed % SYNTAXES.size())).write(out);
        return Bytes.wrap(out.toByteArray());
    }
}
