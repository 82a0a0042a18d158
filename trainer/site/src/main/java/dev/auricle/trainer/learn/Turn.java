package dev.auricle.trainer.learn;

/**
 * When a site learns.
 *
 * @param round the federation's round, which no other has
 * @param merged rounds of the plan that were merged before: how far learning has come
 */
public record Turn(int round, int merged) {}
