package dev.auricle.learning.method;

import dev.auricle.learning.descend.AdamSettings;

/**
 * What a lesson is told beside the model it begins with.
 *
 * @param optimizer how to walk
 * @param epochs how often the samples will come
 * @param turn which round it is
 * @param seed for whatever the lesson draws: the site's and the round's own
 */
public record Terms(AdamSettings optimizer, int epochs, Turn turn, long seed) {}
