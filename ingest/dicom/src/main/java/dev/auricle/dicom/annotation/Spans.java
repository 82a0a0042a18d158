package dev.auricle.dicom.annotation;

/** Takes runs of pixels. */
interface Spans {
    /** The pixels of a row of a slice from the first column up to, not including, the end. */
    void add(int slice, int row, int first, int end);
}
