package dev.auricle.learning.learn;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.measure.Spacing;

/**
 * One prepared, labelled slice.
 *
 * @param id names it within its site, unchanged from replay to replay; means nothing here
 * @param slice image and label
 * @param spacing millimetres between its pixels
 */
public record Sample(String id, Slice slice, Spacing spacing) {

    /** Its id as a part of a random key. */
    long key() {
        return RandomDraw.key(id);
    }
}
