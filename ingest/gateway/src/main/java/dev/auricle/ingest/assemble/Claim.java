package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.SeriesAssembled;

/**
 * That a series is part of a study.
 *
 * @param part one of the series' parts
 * @param owner the study in which its UID came first
 * @param elsewhere how many of its instances are part of another study
 */
record Claim(SeriesAssembled part, String owner, int elsewhere) {}
