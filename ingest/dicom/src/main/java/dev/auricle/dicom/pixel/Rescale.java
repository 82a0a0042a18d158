package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;

/** A line through stored values. */
public record Rescale(double slope, double intercept) implements ValueTransformation {
    public static final Rescale IDENTITY = new Rescale(1, 0);

    public Rescale {
        if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
            throw new UnableToReadPixels(Reason.TRANSFORMATION, "rescale slope " + slope + ", intercept " + intercept);
        }
    }

    /** What a data set says; nothing is {@link #IDENTITY}. */
    static Rescale of(DataSet image) {
        return new Rescale(
                image.find(Tags.RESCALE_SLOPE).map(Value::number).orElse(1.0),
                image.find(Tags.RESCALE_INTERCEPT).map(Value::number).orElse(0.0));
    }

    @Override
    public double apply(double stored) {
        return stored * slope + intercept;
    }
}
