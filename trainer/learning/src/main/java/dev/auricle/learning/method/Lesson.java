package dev.auricle.learning.method;

import dev.auricle.learning.descend.Descended;

/** One site's learning in one round: parameters in native memory that change with every step. One thread at a time. */
public interface Lesson extends AutoCloseable {

    /**
     * Makes one step. What it computes belongs to the manager of the batch and is freed with it.
     *
     * @return the loss before the step; when that is not finite, nothing was changed and the lesson is over
     */
    Descended step(Batch batch, Moment moment);

    /** What the site would predict now; follows every step. Belongs to the lesson. */
    Predictor present();

    /** A copy of the parameters as they are now. */
    SiteModel learned();

    @Override
    void close();
}
