package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/** One way to vary a slice. */
@FunctionalInterface
interface Augmentation {

    /** The varied slice, or the same object when there is nothing to do; the given arrays are not changed. */
    Slice vary(Slice slice, RandomDraw draw);
}
