/** Structured reports (PS3.3, A.35; PS3.16): the tree of their content, and the regions that it outlines. */
@NullMarked
package dev.auricle.dicom.report;

import org.jspecify.annotations.NullMarked;
