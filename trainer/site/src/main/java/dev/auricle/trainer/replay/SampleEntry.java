package dev.auricle.trainer.replay;

/**
 * One sample as the index knows it: where it is, not what it shows.
 *
 * @param subject pseudonym of the patient
 * @param series mapped series UID
 * @param revision the highest of a series counts
 * @param traits what decides whether it is fit
 */
record SampleEntry(long offset, String subject, String series, int revision, Traits traits) {}
