package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import java.util.List;

/**
 * How a series becomes slices of one size and spacing. The defaults are the patent's.
 *
 * @param modalities which series are taken, such as {@code [MR]}; empty: every image series
 * @param rowSpacing millimetres between rows
 * @param columnSpacing millimetres between columns
 * @param sliceSpacing millimetres between slices
 * @param rows pixels of a prepared slice
 * @param columns pixels of a prepared slice
 * @param centre around what it is cropped
 */
public record Preprocessing(
        List<String> modalities,
        @Default("0.6") double rowSpacing,
        @Default("0.6") double columnSpacing,
        @Default("1.25") double sliceSpacing,
        @Default("256") int rows,
        @Default("256") int columns,
        @Default("body-mask") Centre centre) {
    /** Image (four bytes a pixel) and label (one) of a slice are one record of at most a mebibyte. */
    private static final int MOST_PIXELS = (1 << 20) / 5;

    /** Refuses spacings that are not positive and sizes that no network takes. */
    public Preprocessing {
        modalities = List.copyOf(modalities);
        Require.positive("rowSpacing", rowSpacing);
        Require.positive("columnSpacing", columnSpacing);
        Require.positive("sliceSpacing", sliceSpacing);
        Require.atLeast("rows", rows, 1);
        Require.atLeast("columns", columns, 1);
        Require.between("rows × columns", rows * (double) columns, 1, MOST_PIXELS);
    }
}
