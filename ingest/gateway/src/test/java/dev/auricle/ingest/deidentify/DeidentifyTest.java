package dev.auricle.ingest.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.deidentify.Deidentification;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.deidentify.Rectangle;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.ingest.Instances;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.identity.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeidentifyTest {
    private static final String PLANTED = "DOE^JANE";
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private static final DeidentifyConfig NO_MASKS = new DeidentifyConfig(List.of());

    private final Deidentify deidentify = new Deidentify(new KeyedHash(new Secret("north-north-north")), NO_MASKS);

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
                .items(
                        Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
                        DataSet.builder()
                                .items(
                                        Tags.FRAME_CONTENT_SEQUENCE,
                                        DataSet.builder()
                                                .set(Tags.STACK_ID, PLANTED)
                                                .build())
                                .build())
                .items(
                        Tags.MODALITY_LUT_SEQUENCE,
                        DataSet.builder().set(Tags.RESCALE_TYPE, PLANTED).build())
                .bytes(Tag.of(0x0009, 0x0010), Vr.LO, PLANTED.getBytes(StandardCharsets.US_ASCII))
                .bytes(Tag.of(0x0009, 0x1001), Vr.UN, PLANTED.getBytes(StandardCharsets.US_ASCII))
                .build();
        // When
        var anonymous = anonymous(identified);
        // Then
        var bytes = new String(
                DataSetWriter.write(anonymous, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .toArray(),
                StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("DOE").doesNotContain("JANE").doesNotContain("1.2.4.1");
    }

    @Test
    void an_image_with_text_burned_in_is_rejected_unless_the_site_has_a_mask() {
        // Given
        var image = Instances.slice("1.2.3", "1.2.4", 1, 0).toBuilder()
                .set(Tags.BURNED_IN_ANNOTATION, "YES")
                .bytes(Tags.PIXEL_DATA, Vr.OW, "text that is burned in; 16 cells".getBytes(StandardCharsets.US_ASCII))
                .build();
        var masks = new DeidentifyConfig(
                List.of(new MaskConfig("", "", "", 0, 0, List.of(), List.of(new Rectangle(0, 0, 4, 4)), false)));
        var masking = new Deidentify(new KeyedHash(new Secret("north-north-north")), masks);
        // When
        var rejected = deidentify.deidentify(image, SYNTAX);
        var masked = masking.deidentify(image, SYNTAX);
        // Then
        assertThat(rejected).isInstanceOf(Deidentification.Rejected.class);
        assertThat(Refusal.valueOf(((Deidentification.Rejected) rejected).code()))
                .isEqualTo(Refusal.BURNED_IN);
        assertThat(((Deidentified) masked).dataSet().contains(Tags.BURNED_IN_ANNOTATION))
                .isFalse();
        assertThat(((Deidentified) masked)
                        .dataSet()
                        .require(Tags.PIXEL_DATA)
                        .bytes()
                        .toArray())
                .containsOnly(0);
    }

    @Test
    void image_and_geometry_pass_unchanged() {
        // Given
        var identified = Instances.slice("1.2.3", "1.2.4", 1, 5);
        // When
        var anonymous = anonymous(identified);
        // Then
        for (var tag : new Tag[] {Tags.PIXEL_DATA, Tags.IMAGE_POSITION_PATIENT, Tags.PIXEL_SPACING, Tags.ROWS}) {
            assertThat(anonymous.element(tag)).isEqualTo(identified.element(tag));
        }
        assertThat(anonymous.require(Tags.PATIENT_IDENTITY_REMOVED).string()).isEqualTo("YES");
    }

    @Test
    void the_same_patient_and_the_same_series_have_the_same_pseudonyms_in_every_instance() {
        // When
        var one = anonymous(Instances.slice("1.2.3", "1.2.4", 1, 0));
        var two = anonymous(Instances.slice("1.2.3", "1.2.4", 2, 5));
        // Then
        assertThat(one.element(Tags.PATIENT_ID)).isEqualTo(two.element(Tags.PATIENT_ID));
        assertThat(one.element(Tags.SERIES_INSTANCE_UID)).isEqualTo(two.element(Tags.SERIES_INSTANCE_UID));
        assertThat(one.element(Tags.SOP_INSTANCE_UID)).isNotEqualTo(two.element(Tags.SOP_INSTANCE_UID));
        assertThat(Uids.isValid(one.require(Tags.SERIES_INSTANCE_UID).string())).isTrue();
    }

    @Test
    void an_annotator_has_one_pseudonym_however_the_name_is_spelt_and_a_program_another() {
        // When
        var pseudonym = deidentify.annotator(Annotator.person("Doe^Jane"));
        // Then
        assertThat(pseudonym).hasSize(32).isEqualTo(deidentify.annotator(Annotator.person("DOE^JANE^^ =x=y")));
        assertThat(deidentify.annotator(Annotator.program("Doe^Jane")))
                .hasSize(32)
                .isNotEqualTo(pseudonym);
        assertThat(deidentify.annotator(Annotator.UNKNOWN)).isEmpty();
    }

    @Test
    void another_sites_secret_gives_other_pseudonyms() {
        var other = new Deidentify(new KeyedHash(new Secret("south-south-south")), NO_MASKS);
        assertThat(deidentify.uid("1.2.3")).isNotEqualTo(other.uid("1.2.3"));
    }

    @Test
    void patients_without_an_identifier_are_told_apart_by_their_studies() {
        // When
        var one = anonymous(Instances.slice("1.2.3", "1.2.4", 1, 0).without(Tags.PATIENT_ID));
        var two = anonymous(Instances.slice("1.2.5", "1.2.6", 1, 0).without(Tags.PATIENT_ID));
        // Then
        assertThat(one.element(Tags.PATIENT_ID)).isNotEqualTo(two.element(Tags.PATIENT_ID));
    }

    private DataSet anonymous(DataSet identified) {
        return ((Deidentified) deidentify.deidentify(identified, SYNTAX)).dataSet();
    }
}
