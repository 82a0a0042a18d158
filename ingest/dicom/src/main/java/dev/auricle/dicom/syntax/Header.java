package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.DataSet;

/**
 * The front of a data set.
 *
 * @param reachedStop whether all elements in front of the one asked for are there; if not, the bytes ended first
 */
public record Header(DataSet dataSet, boolean reachedStop) {}
