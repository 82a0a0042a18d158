package dev.auricle.dicom.deidentify;

import static dev.auricle.dicom.deidentify.Images.deidentified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeidentifierTest {
    @Test
    void a_patient_becomes_a_pseudonym_and_what_describes_them_goes() {
        // When
        var anonymous = deidentified(Images.ct().build(), Profile.BASIC);
        // Then
        assertThat(text(anonymous, Tags.PATIENT_ID)).hasValue(Secret.NORTH.hex("patient", Images.ID));
        assertThat(text(anonymous, Tags.PATIENT_NAME)).isEqualTo(text(anonymous, Tags.PATIENT_ID));
        assertThat(anonymous.contains(Tags.PATIENT_AGE)).isFalse();
        assertThat(anonymous.element(Tags.STUDY_DATE))
                .hasValueSatisfying(date -> assertThat(date.isEmpty()).isTrue());
        assertThat(text(anonymous, Tags.SLICE_THICKNESS)).hasValue("2.5");
    }

    @Test
    void the_object_says_what_was_done_to_it() {
        // When
        var anonymous = deidentified(
                Images.ct().build(), Profile.with(ProfileOption.RETAIN_UIDS, ProfileOption.RETAIN_MODIFIED_DATES));
        // Then
        assertThat(text(anonymous, Tags.PATIENT_IDENTITY_REMOVED)).hasValue("YES");
        assertThat(text(anonymous, Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED))
                .hasValue("MODIFIED");
        assertThat(anonymous.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
                .extracting(code -> text(code, Tags.CODE_VALUE).orElseThrow())
                .containsExactly("113100", "113107", "113110");
    }

    @Test
    void pixels_are_not_copied() {
        // Given
        var identified = Images.ct().build();
        // When
        var anonymous = deidentified(identified, Profile.BASIC);
        // Then
        assertThat(anonymous.element(Tags.PIXEL_DATA).orElseThrow())
                .isSameAs(identified.element(Tags.PIXEL_DATA).orElseThrow());
    }

    @Test
    void references_still_fit_and_those_to_the_standard_stay() {
        // Given
        var image = Images.ct().build();
        var segmentation = Images.ct()
                .set(Tags.SOP_INSTANCE_UID, "1.2.826.0.1.99.77")
                .items(
                        Tags.SOURCE_IMAGE_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE.uid())
                                .set(
                                        Tags.REFERENCED_SOP_INSTANCE_UID,
                                        text(image, Tags.SOP_INSTANCE_UID).orElseThrow())
                                .build())
                .build();
        // When
        var mapped = deidentified(image, Profile.BASIC);
        var reference = deidentified(segmentation, Profile.BASIC)
                .firstItem(Tags.SOURCE_IMAGE_SEQUENCE)
                .orElseThrow();
        // Then
        var uid = text(mapped, Tags.SOP_INSTANCE_UID).orElseThrow();
        assertThat(Uids.isValid(uid)).isTrue();
        assertThat(text(reference, Tags.REFERENCED_SOP_INSTANCE_UID)).hasValue(uid);
        assertThat(text(reference, Tags.REFERENCED_SOP_CLASS_UID)).hasValue(SopClass.CT_IMAGE.uid());
    }

    @Test
    void another_secret_gives_nothing_that_could_be_linked() {
        // Given
        var identified = Images.ct().build();
        // When
        var north = deidentified(identified, Profile.BASIC);
        var south = (Deidentification.Deidentified) new Deidentifier(Profile.BASIC, Secret.SOUTH)
                .deidentify(identified, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        // Then
        for (var tag : new Tag[] {Tags.PATIENT_ID, Tags.STUDY_INSTANCE_UID, Tags.SOP_INSTANCE_UID}) {
            assertThat(text(north, tag)).isNotEqualTo(text(south.dataSet(), tag));
        }
    }

    @Test
    void modified_dates_keep_their_distances_and_times() {
        // Given
        var identified = Images.ct()
                .set(Tags.SERIES_DATE, "20190302")
                .set(Tags.ACQUISITION_DATE_TIME, "20190302235959.5+0100")
                .set(Tags.TIMEZONE_OFFSET_FROM_UTC, "+0100")
                .set(Tags.CONTENT_DATE, "Shrovetide")
                .build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.RETAIN_MODIFIED_DATES));
        // Then
        var study = date(anonymous, Tags.STUDY_DATE);
        assertThat(study).isBefore(LocalDate.of(2019, 2, 13));
        assertThat(ChronoUnit.DAYS.between(study, date(anonymous, Tags.SERIES_DATE)))
                .isEqualTo(17);
        assertThat(text(anonymous, Tags.ACQUISITION_DATE_TIME))
                .hasValue(text(anonymous, Tags.SERIES_DATE).orElseThrow() + "235959.5");
        assertThat(text(anonymous, Tags.STUDY_TIME)).hasValue("131719");
        assertThat(anonymous.contains(Tags.TIMEZONE_OFFSET_FROM_UTC)).isFalse();
        assertThat(text(anonymous, Tags.CONTENT_DATE)).hasValue("19700101");
        assertThat(anonymous.find(Tags.PATIENT_BIRTH_DATE)).isEmpty();
    }

    @Test
    void a_date_keeps_the_precision_it_has() {
        // Given
        var identified = Images.ct().set(Tags.ACQUISITION_DATE_TIME, "2019").build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.RETAIN_MODIFIED_DATES));
        // Then
        assertThat(text(anonymous, Tags.ACQUISITION_DATE_TIME).orElseThrow()).matches("20[01]\\d");
    }

    @Test
    void full_dates_stay_if_they_are_dates() {
        // Given
        var identified = Images.ct()
                .set(Tags.TIMEZONE_OFFSET_FROM_UTC, "+0100")
                .set(Tags.CONTENT_DATE, "Shrovetide")
                .build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.RETAIN_FULL_DATES));
        // Then
        assertThat(text(anonymous, Tags.STUDY_DATE)).hasValue("20190213");
        assertThat(text(anonymous, Tags.TIMEZONE_OFFSET_FROM_UTC)).hasValue("+0100");
        assertThat(text(anonymous, Tags.CONTENT_DATE)).hasValue("19700101");
        assertThat(anonymous.find(Tags.PATIENT_BIRTH_DATE)).isEmpty();
    }

    @Test
    void characteristics_stay_and_nobody_is_older_than_ninety() {
        // Given
        var old = Images.ct().set(Tags.PATIENT_AGE, "097Y").build();
        var profile = Profile.with(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS);
        // Then
        assertThat(text(deidentified(Images.ct().build(), profile), Tags.PATIENT_AGE))
                .hasValue("071Y");
        assertThat(text(deidentified(old, profile), Tags.PATIENT_AGE)).hasValue("090Y");
        assertThat(text(deidentified(old, profile), Tags.PATIENT_SEX)).hasValue("F");
    }

    @Test
    void descriptions_keep_the_words_of_the_list() {
        // Given
        var identified = Images.ct()
                .set(Tags.SERIES_DESCRIPTION, "CT Thorax, Fr. Fenstermacher")
                .set(Tags.STUDY_DESCRIPTION, "wie telefonisch besprochen")
                .build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.CLEAN_DESCRIPTORS));
        // Then
        assertThat(text(anonymous, Tags.SERIES_DESCRIPTION)).hasValue("CT Thorax");
        assertThat(anonymous.contains(Tags.STUDY_DESCRIPTION)).isFalse();
    }

    @Test
    void a_word_of_the_list_that_is_the_patients_name_goes() {
        // Given
        var identified = Images.ct()
                .set(Tags.PATIENT_NAME, "Head^Emily")
                .set(Tags.SERIES_DESCRIPTION, "CT Head")
                .build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.CLEAN_DESCRIPTORS));
        // Then
        assertThat(text(anonymous, Tags.SERIES_DESCRIPTION)).hasValue("CT");
    }

    @Test
    void the_patients_name_in_an_attribute_that_the_profile_keeps_goes() {
        // Given
        var identified = Images.ct()
                .set(Tags.MANUFACTURER, "ACME for OTTILIE")
                .set(Tags.BODY_PART_EXAMINED, "CHEST")
                .build();
        // When
        var anonymous = deidentified(identified, Profile.BASIC);
        // Then
        assertThat(text(anonymous, Tags.MANUFACTURER)).hasValue("REMOVED");
        assertThat(text(anonymous, Tags.BODY_PART_EXAMINED)).hasValue("CHEST");
    }

    @Test
    void private_attributes_stay_if_the_table_or_the_object_calls_them_safe() {
        // Given
        var identified = Images.ct()
                .bytes(Tag.of(0x0019, 0x0010), Vr.LO, ascii("SIEMENS MR HEADER"))
                .bytes(Tag.of(0x0019, 0x100B), Vr.DS, ascii("77"))
                .bytes(Tag.of(0x0019, 0x100C), Vr.IS, ascii("1000"))
                .bytes(Tag.of(0x0021, 0x0011), Vr.LO, ascii("HOUSE"))
                .bytes(Tag.of(0x0021, 0x1101), Vr.LO, ascii("harmless"))
                .bytes(Tag.of(0x0021, 0x1102), Vr.LO, ascii("who knows"))
                .items(
                        Tags.PRIVATE_DATA_ELEMENT_CHARACTERISTICS_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.PRIVATE_GROUP_REFERENCE, 0x21)
                                .set(Tags.PRIVATE_CREATOR_REFERENCE, "HOUSE")
                                .set(Tags.BLOCK_IDENTIFYING_INFORMATION_STATUS, "MIXED")
                                .set(Tags.NONIDENTIFYING_PRIVATE_ELEMENTS, 0x01)
                                .build())
                .build();
        // When
        var basic = deidentified(identified, Profile.BASIC);
        var safe = deidentified(identified, Profile.with(ProfileOption.RETAIN_SAFE_PRIVATE));
        // Then
        assertThat(basic.elements()).noneMatch(element -> element.tag().isPrivate());
        assertThat(safe.elements().filter(element -> element.tag().isPrivate()))
                .extracting(element -> element.tag().toString())
                .containsExactly("(0019,0010)", "(0019,100C)", "(0021,0011)", "(0021,1101)");
    }

    @Test
    void what_the_dictionary_does_not_have_goes() {
        // Given
        var identified = Images.ct()
                .bytes(Tag.of(0x0018, 0x0001), Vr.LO, ascii("unheard of"))
                .bytes(Tag.of(0x6000, 0x0022), Vr.LO, ascii("arrow"))
                .bytes(Tag.of(0x5002, 0x3000), Vr.OW, ascii("curve"))
                .build();
        // When
        var anonymous = deidentified(identified, Profile.with(ProfileOption.CLEAN_GRAPHICS));
        // Then
        assertThat(anonymous.elements().map(element -> element.tag().group())).doesNotContain(0x6000, 0x5002);
        assertThat(anonymous.contains(Tag.of(0x0018, 0x0001))).isFalse();
    }

    @Test
    void a_value_that_is_not_of_its_form_goes() {
        // Given
        var thickness = new ValueElement(
                Tags.SLICE_THICKNESS, Vr.DS, Bytes.wrap(ascii("see Dr. Who ")), ByteOrder.LITTLE_ENDIAN);
        // When
        var anonymous = deidentified(Images.ct().put(thickness).build(), Profile.BASIC);
        // Then
        assertThat(text(anonymous, Tags.SLICE_THICKNESS)).hasValue("NaN");
    }

    @Test
    void text_in_a_character_set_that_nobody_knows_goes() {
        // Given
        var identified = Images.ct()
                .set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 999")
                .bytes(Tags.MANUFACTURER, Vr.LO, "Größe ".getBytes(StandardCharsets.ISO_8859_1))
                .build();
        // When
        var anonymous = deidentified(identified, Profile.BASIC);
        // Then
        assertThat(text(anonymous, Tags.MANUFACTURER)).hasValue("REMOVED");
    }

    @Test
    void a_patient_without_identifier_is_known_by_the_study() {
        // Given
        var identified = Images.ct().empty(Tags.PATIENT_ID).build();
        // When
        var anonymous = deidentified(identified, Profile.BASIC);
        // Then
        assertThat(text(anonymous, Tags.PATIENT_ID)).hasValue(Secret.NORTH.hex("study", "1.2.826.0.1.99.1"));
    }

    @Test
    void encrypted_attributes_go() {
        // Given
        var encrypted = Dictionary.standard().tag("EncryptedAttributesSequence").orElseThrow();
        var identified = Images.ct().items(encrypted, DataSet.EMPTY).build();
        // Then
        assertThat(deidentified(identified, Profile.with(ProfileOption.RETAIN_UIDS))
                        .contains(encrypted))
                .isFalse();
    }

    private static Optional<String> text(DataSet dataSet, Tag tag) {
        return dataSet.find(tag).map(Value::string);
    }

    private static LocalDate date(DataSet dataSet, Tag tag) {
        return dataSet.require(tag).date();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
