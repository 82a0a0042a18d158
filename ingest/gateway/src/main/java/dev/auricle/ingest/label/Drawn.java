package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.SliceMasks;

/**
 * What is drawn of one class in one way.
 *
 * @param number of the class
 * @param reach for which slices it speaks
 */
record Drawn(int number, Filled filled, Reach reach, Origin origin) {
    SliceMasks masks() {
        return filled.masks();
    }
}
