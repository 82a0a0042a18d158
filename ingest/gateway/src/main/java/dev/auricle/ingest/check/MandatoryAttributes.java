package dev.auricle.ingest.check;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An image has, with a value, the type 1 attributes of its IOD that preparing it relies on (PS3.3: General Series, Frame of
 * Reference, Image Pixel, CT Image and SOP Common modules). Where it lies is asked elsewhere.
 */
public final class MandatoryAttributes implements Rule<DataSet> {
    private static final List<Tag> OF_IMAGES = List.of(
            Tags.SOP_CLASS_UID,
            Tags.SOP_INSTANCE_UID,
            Tags.MODALITY,
            Tags.STUDY_INSTANCE_UID,
            Tags.SERIES_INSTANCE_UID,
            Tags.FRAME_OF_REFERENCE_UID,
            Tags.SAMPLES_PER_PIXEL,
            Tags.PHOTOMETRIC_INTERPRETATION,
            Tags.ROWS,
            Tags.COLUMNS,
            Tags.BITS_ALLOCATED);

    private static final List<Tag> OF_INTEGERS = List.of(Tags.BITS_STORED, Tags.HIGH_BIT, Tags.PIXEL_REPRESENTATION);

    private static final List<Tag> OF_CT = List.of(Tags.RESCALE_INTERCEPT, Tags.RESCALE_SLOPE);

    @Override
    public Refusal refusal() {
        return Refusal.MISSING_ATTRIBUTE;
    }

    @Override
    public Optional<String> against(DataSet image) {
        var missing = mandatoryFor(image).stream()
                .filter(tag -> image.find(tag).isEmpty())
                .map(Dictionary.standard()::keyword)
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of("An image lacks " + missing + ".");
    }

    private static List<Tag> mandatoryFor(DataSet image) {
        var mandatory = new ArrayList<>(OF_IMAGES);
        if (!image.contains(Tags.FLOAT_PIXEL_DATA) && !image.contains(Tags.DOUBLE_FLOAT_PIXEL_DATA)) {
            mandatory.addAll(OF_INTEGERS);
        }
        if (image.find(Tags.SOP_CLASS_UID)
                .map(Value::string)
                .filter(SopClass.CT_IMAGE.uid()::equals)
                .isPresent()) {
            mandatory.addAll(OF_CT);
        }
        return mandatory;
    }
}
