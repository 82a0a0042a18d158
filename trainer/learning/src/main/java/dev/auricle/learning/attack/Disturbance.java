package dev.auricle.learning.attack;

import ai.djl.ndarray.NDManager;

/** In what way images are changed a little before a model sees them: to teach it, or to measure how much it minds. */
public sealed interface Disturbance permits AttackSettings, RandomSigns {

    /** By how much a pixel is changed at most, in z-scores. */
    double epsilon();

    /** Prepares it; native memory belongs to the owner. */
    Disturber begin(NDManager owner);
}
