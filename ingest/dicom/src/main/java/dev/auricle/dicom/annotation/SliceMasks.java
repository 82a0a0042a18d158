package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pixels on those slices of a stack that have any: 1 inside, 0 outside. */
public final class SliceMasks {
    private final Geometry geometry;
    private final SortedMap<Integer, byte[]> slices = new TreeMap<>();

    /** Without any. */
    public SliceMasks(Geometry geometry) {
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

    /** What is in any of several on one geometry, of which there is at least one. */
    public static SliceMasks union(List<SliceMasks> several) {
        var union = new SliceMasks(several.get(0).geometry);
        several.forEach(union::add);
        return union;
    }

    /** Adds the pixels of another on the same geometry. */
    public void add(SliceMasks other) {
        other.slices.forEach((slice, pixels) -> {
            var target = pixels(slice);
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                target[pixel] |= pixels[pixel];
            }
        });
    }

    /** How much of the patient the pixels are. */
    public double millilitres() {
        long count = 0;
        for (var pixels : slices.values()) {
            for (byte pixel : pixels) {
                count += pixel;
            }
        }
        return count * geometry.millimetresCubedPerVoxel() / 1000;
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
