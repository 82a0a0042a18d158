package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pixels on those slices of a stack that have any: 1 inside, 0 outside. */
public final class SliceMasks {
    private final Geometry geometry;
    private final SortedMap<Integer, byte[]> slices = new TreeMap<>();

    SliceMasks(Geometry geometry) {
        this.geometry = geometry;
    }

    /** What a mask has of a label. */
    public static SliceMasks of(Mask mask, int label) {
        var geometry = mask.geometry();
        var masks = new SliceMasks(geometry);
        for (int slice = 0; slice < geometry.slices(); slice++) {
            int offset = geometry.offset(slice);
            for (int pixel = 0; pixel < geometry.offset(1); pixel++) {
                if (mask.labels()[offset + pixel] == (byte) label) {
                    masks.pixels(slice)[pixel] = 1;
                }
            }
        }
        return masks;
    }

    /** By slice, [row, column]. */
    public SortedMap<Integer, byte[]> slices() {
        return Collections.unmodifiableSortedMap(slices);
    }

    void add(int slice, int row, int first, int end) {
        int start = row * geometry.columns();
        Arrays.fill(pixels(slice), start + first, start + end, (byte) 1);
    }

    private byte[] pixels(int slice) {
        return slices.computeIfAbsent(slice, absent -> new byte[geometry.offset(1)]);
    }
}
