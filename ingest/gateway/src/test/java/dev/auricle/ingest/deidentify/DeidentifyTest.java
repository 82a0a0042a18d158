package dev.auricle.ingest.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.ingest.Instances;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.identity.KeyedHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeidentifyTest {
    private static final String PLANTED = "DOE^JANE";

    private final Deidentify deidentify = new Deidentify(new KeyedHash(new Secret("north-north-north")));

    @Test
    void no_planted_identifier_survives_anywhere() {
        // Given: in names, texts, sequences, private groups
        var identified = Instances.slice("1.2.3", "1.2.4", 1, 0).toBuilder()
                .set(Tags.PATIENT_NAME, PLANTED)
                .set(Tags.PATIENT_ID, PLANTED)
                .set(Tags.STUDY_DESCRIPTION, PLANTED)
                .set(Tags.SERIES_DESCRIPTION, PLANTED)
                .set(Tags.REFERRING_PHYSICIAN_NAME, PLANTED)
                .set(Tags.ACCESSION_NUMBER, PLANTED)
                .items(
                        Tags.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder().set(Tags.STUDY_DESCRIPTION, PLANTED).build())
                .bytes(Tag.of(0x0009, 0x0010), Vr.LO, PLANTED.getBytes(StandardCharsets.US_ASCII))
                .bytes(Tag.of(0x0009, 0x1001), Vr.UN, PLANTED.getBytes(StandardCharsets.US_ASCII))
                .build();
        // When
        var anonymous = deidentify.deidentify(identified);
        // Then
        var bytes = new String(
                DataSetWriter.write(anonymous, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .toArray(),
                StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("DOE").doesNotContain("JANE").doesNotContain("1.2.4.1");
    }

    @Test
    void image_and_geometry_pass_unchanged() {
        // Given
        var identified = Instances.slice("1.2.3", "1.2.4", 1, 5);
        // When
        var anonymous = deidentify.deidentify(identified);
        // Then
        for (var tag : new Tag[] {Tags.PIXEL_DATA, Tags.IMAGE_POSITION_PATIENT, Tags.PIXEL_SPACING, Tags.ROWS}) {
            assertThat(anonymous.element(tag)).isEqualTo(identified.element(tag));
        }
        assertThat(anonymous.require(Tags.PATIENT_IDENTITY_REMOVED).string()).isEqualTo("YES");
    }

    @Test
    void the_same_patient_and_the_same_series_have_the_same_pseudonyms_in_every_instance() {
        // When
        var one = deidentify.deidentify(Instances.slice("1.2.3", "1.2.4", 1, 0));
        var two = deidentify.deidentify(Instances.slice("1.2.3", "1.2.4", 2, 5));
        // Then
        assertThat(one.element(Tags.PATIENT_ID)).isEqualTo(two.element(Tags.PATIENT_ID));
        assertThat(one.element(Tags.SERIES_INSTANCE_UID)).isEqualTo(two.element(Tags.SERIES_INSTANCE_UID));
        assertThat(one.element(Tags.SOP_INSTANCE_UID)).isNotEqualTo(two.element(Tags.SOP_INSTANCE_UID));
        assertThat(Uids.isValid(one.require(Tags.SERIES_INSTANCE_UID).string())).isTrue();
    }

    @Test
    void another_sites_secret_gives_other_pseudonyms() {
        var other = new Deidentify(new KeyedHash(new Secret("south-south-south")));
        assertThat(deidentify.uid("1.2.3")).isNotEqualTo(other.uid("1.2.3"));
    }

    @Test
    void patients_without_an_identifier_are_told_apart_by_their_studies() {
        // When
        var one = deidentify.deidentify(Instances.slice("1.2.3", "1.2.4", 1, 0).without(Tags.PATIENT_ID));
        var two = deidentify.deidentify(Instances.slice("1.2.5", "1.2.6", 1, 0).without(Tags.PATIENT_ID));
        // Then
        assertThat(one.element(Tags.PATIENT_ID)).isNotEqualTo(two.element(Tags.PATIENT_ID));
    }
}
