package dev.auricle.inference.segment;

import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.record.Uncertainty;

/**
 * A volume as a model sees it.
 *
 * @param mask class numbers in the source series' geometry
 * @param uncertainty of the prediction on the prepared grid
 */
public record Segmented(Mask mask, Uncertainty uncertainty) {}
