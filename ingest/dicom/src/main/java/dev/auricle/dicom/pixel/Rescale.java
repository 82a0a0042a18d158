package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;

/** The modality transformation, from stored values to those of the modality, for example Hounsfield (PS3.3, C.11.1). */
public record Rescale(double slope, double intercept) {
    public static final Rescale IDENTITY = new Rescale(1, 0);

    public Rescale {
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            throw new UnableToReadPixels(Reason.NOT_LINEAR, "rescale slope " + slope + ", intercept " + intercept);
        }
    }

    /** What an image says; nothing is {@link #IDENTITY}. */
    public static Rescale of(DataSet image) {
        if (!image.items(Tags.MODALITY_LUT_SEQUENCE).isEmpty()) {
            throw new UnableToReadPixels(Reason.NOT_LINEAR, "the modality transformation is a table");
        }
        return new Rescale(
                image.find(Tags.RESCALE_SLOPE).map(Value::number).orElse(1.0),
                image.find(Tags.RESCALE_INTERCEPT).map(Value::number).orElse(0.0));
    }

    public double apply(long stored) {
        return stored * slope + intercept;
    }
}
