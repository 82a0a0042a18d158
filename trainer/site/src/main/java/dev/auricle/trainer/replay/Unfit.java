package dev.auricle.trainer.replay;

/**
 * Why a site's samples are of no use to a plan.
 *
 * @param code for counting
 * @param sentence for people; never anything of a patient
 */
public record Unfit(String code, String sentence) {}
