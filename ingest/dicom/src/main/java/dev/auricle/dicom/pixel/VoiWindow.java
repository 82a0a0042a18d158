package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A window on the values: which is in the middle of it, how wide it is, and how shades run across it. */
public record VoiWindow(double centre, double width, Function function) implements VoiTransformation {
    /** How shades run across a window (PS3.3, C.11.2.1.2 and C.11.2.1.3). */
    public enum Function {
        /** A line, the window being a step of whole numbers narrower than it says. */
        LINEAR,
        /** A line. */
        LINEAR_EXACT,
        /** A curve that never quite ends. */
        SIGMOID
    }

    public VoiWindow {
        double least = function == Function.LINEAR ? 1 : Double.MIN_VALUE;
        if (!Double.isFinite(centre) || !(width >= least) || !Double.isFinite(width)) {
            throw new UnableToReadPixels(Reason.TRANSFORMATION, "a window " + width + " wide around " + centre);
        }
    }

    static List<VoiWindow> of(DataSet described) {
        var centres = numbers(described, Tags.WINDOW_CENTER);
        var widths = numbers(described, Tags.WINDOW_WIDTH);
        var function = described
                .find(Tags.VOI_LUT_FUNCTION)
                .map(Value::string)
                .map(VoiWindow::function)
                .orElse(Function.LINEAR);
        return IntStream.range(0, Math.min(centres.length, widths.length))
                .mapToObj(i -> new VoiWindow(centres[i], widths[i], function))
                .toList();
    }

    private static double[] numbers(DataSet described, Tag tag) {
        return described.find(tag).map(Value::numbers).orElse(new double[0]);
    }

    private static Function function(String name) {
        return Arrays.stream(Function.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnableToReadPixels(Reason.TRANSFORMATION, "a window function not known"));
    }

    @Override
    public void apply(float[] values, float[] shades) {
        for (int i = 0; i < values.length; i++) {
            shades[i] = (float) shade(values[i]);
        }
    }

    private double shade(double value) {
        return switch (function) {
            case LINEAR ->
                width == 1 ? value > centre - 0.5 ? 1 : 0 : clamped((value - (centre - 0.5)) / (width - 1) + 0.5);
            case LINEAR_EXACT -> clamped((value - centre) / width + 0.5);
            case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - centre) / width));
        };
    }

    private static double clamped(double shade) {
        return Math.max(0, Math.min(shade, 1));
    }
}
