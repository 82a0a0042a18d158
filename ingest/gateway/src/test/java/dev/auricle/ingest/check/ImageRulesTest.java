package dev.auricle.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Orientation;
import dev.auricle.dicom.space.PlaneGrid;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.space.Vector;
import dev.auricle.dicom.space.Volume;
import dev.auricle.ingest.TestStudy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImageRulesTest {
    private final DataSet image = new TestStudy("1.2.3").image(0);
    private final PastDates dates = new PastDates(Clock.fixed(Instant.parse("2026-01-01T23:00:00Z"), ZoneOffset.UTC));

    @Test
    void every_mandatory_attribute_that_is_missing_or_empty_is_named() {
        // Given
        var rule = new MandatoryAttributes();
        // Then
        assertThat(rule.against(image)).isEmpty();
        assertThat(rule.against(image.without(Tags.HIGH_BIT).toBuilder()
                        .set(Tags.FRAME_OF_REFERENCE_UID, "")
                        .build()))
                .contains("An image lacks FrameOfReferenceUID, HighBit.");
    }

    @Test
    void a_ct_image_must_say_what_its_values_mean() {
        // Given
        var rule = new MandatoryAttributes();
        var ct = image.toBuilder().set(Tags.SOP_CLASS_UID, SopClass.CT_IMAGE.uid());
        // Then
        assertThat(rule.against(ct.build())).contains("An image lacks RescaleIntercept, RescaleSlope.");
        assertThat(rule.against(ct.set(Tags.RESCALE_INTERCEPT, -1024.0)
                        .set(Tags.RESCALE_SLOPE, 1.0)
                        .build()))
                .isEmpty();
    }

    @Test
    void an_image_of_floats_needs_no_stored_bits() {
        // Given
        var floats =
                image.without(Tags.PIXEL_DATA, Tags.BITS_STORED, Tags.HIGH_BIT, Tags.PIXEL_REPRESENTATION).toBuilder()
                        .bytes(Tags.FLOAT_PIXEL_DATA, Vr.OF, new byte[1024])
                        .build();
        // Then
        assertThat(new MandatoryAttributes().against(floats)).isEmpty();
    }

    @Test
    void dates_beyond_tomorrow_are_in_the_future_and_their_value_is_not_said() {
        assertThat(dates.against(dated(Tags.ACQUISITION_DATE, "20260102"))).isEmpty();
        assertThat(dates.against(dated(Tags.ACQUISITION_DATE, "20260103")))
                .contains("AcquisitionDate lies in the future.");
        assertThat(dates.against(dated(Tags.PATIENT_BIRTH_DATE, "30000101")))
                .contains("PatientBirthDate lies in the future.");
    }

    @Test
    void what_is_no_date_lies_in_no_future() {
        assertThat(dates.against(image.toBuilder()
                        .bytes(Tags.STUDY_DATE, Vr.DA, "tomorrow".getBytes(StandardCharsets.US_ASCII))
                        .build()))
                .isEmpty();
    }

    @Test
    void an_image_whose_pixels_are_all_alike_says_nothing() {
        // Given
        var rule = new PixelsVary();
        var varied = new float[8];
        varied[7] = 1;
        // Then
        assertThat(rule.against(new Volume(cube(), new float[8]))).contains("All pixels of the series are alike.");
        assertThat(rule.against(new Volume(cube(), varied))).isEmpty();
    }

    private DataSet dated(Tag tag, String date) {
        return image.toBuilder().set(tag, date).build();
    }

    private static Geometry cube() {
        var axial = new Orientation(new Vector(1, 0, 0), new Vector(0, 1, 0));
        return new Geometry(new SlicePlane(new Vector(0, 0, 0), axial, new PlaneGrid(2, 2, 1, 1)), 1, 2);
    }
}
