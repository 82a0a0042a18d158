package dev.auricle.learning.method;

import dev.auricle.learning.attack.AttackSettings;

/**
 * Learning from attacked images.
 *
 * @param attack how they are attacked
 * @param share of each batch that is, above 0 and up to 1
 */
public record AdversarialTraining(AttackSettings attack, double share) {

    /** Refuses a share that is none. */
    public AdversarialTraining {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, not " + share);
        }
    }
}
