package dev.auricle.inference.segment;

import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.record.Uncertainty;

/**
 * A volume as a model sees it.
 *
 * @param mask class numbers in the source series' geometry
 * @param uncertainty of the prediction on the prepared grid
 * @param samples how many predictions uncertainty is of; 0: the one alone
 */
public record Segmented(Mask mask, Uncertainty uncertainty, int samples) {}
