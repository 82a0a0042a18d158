package dev.auricle.dicom.pixel;

/** The samples of one frame as they are stored: cells read, overlays masked away, signs applied. */
@FunctionalInterface
interface FrameSamples {
    /** The sample in a cell; cells are counted from 0 in the order in which they lie. */
    double at(int cell);
}
