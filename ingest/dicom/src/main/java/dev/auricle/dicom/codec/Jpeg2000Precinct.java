package dev.auricle.dicom.codec;

import java.util.List;

/**
 * A part of a resolution of a component, whose packets follow each other from layer to layer (T.800, B.6).
 *
 * @param x where it begins on the reference grid, and {@code y}
 */
record Jpeg2000Precinct(int component, int resolution, long x, long y, List<Part> parts) {
    Jpeg2000Precinct {
        parts = List.copyOf(parts);
    }

    /**
     * What of a band lies in the precinct.
     *
     * @param blocks [row, column]
     * @param across blocks in a row
     * @param inclusions in which layer a block comes first
     * @param emptyPlanes how many of a block's planes of bits are empty
     */
    record Part(Jpeg2000Band band, List<Jpeg2000Block> blocks, int across, TagTree inclusions, TagTree emptyPlanes) {
        Part {
            blocks = List.copyOf(blocks);
        }
    }
}
