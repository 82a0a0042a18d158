package dev.auricle.dicom.pixel;

/** A table of shades. */
public record VoiTable(LookupTable table) implements VoiTransformation {
    @Override
    public void apply(float[] values, float[] shades) {
        float brightest = (1 << table.bits()) - 1;
        for (int i = 0; i < values.length; i++) {
            shades[i] = (float) table.apply(values[i]) / brightest;
        }
    }
}
