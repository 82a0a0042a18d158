package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;

/** Moves the places a slice's pixels come from. */
interface Deformation {

    /** False when it would move nothing. */
    boolean moves();

    /** Changes the map in place. */
    void deform(PixelMap map, RandomDraw draw);
}
