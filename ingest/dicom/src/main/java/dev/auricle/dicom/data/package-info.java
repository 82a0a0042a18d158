/**
 * Data sets in memory: elements ordered by tag, their values kept as the bytes they came in and decoded when asked
 * for (PS3.5, sections 6 and 7).
 */
@NullMarked
package dev.auricle.dicom.data;

import org.jspecify.annotations.NullMarked;
