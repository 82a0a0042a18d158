package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.attack.Adversary;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.Recording;
import java.util.stream.LongStream;

/**
 * Any lesson, made to withstand an adversary: before each step a share of the batch is changed so that the model, as it
 * is at that moment, errs on it (Madry, Makelov, Schmidt, Tsipras, Vladu, <i>Towards deep learning models resistant to
 * adversarial attacks</i>, ICLR 2018). The rest stays, so that what is learned of clean images is not lost.
 */
public final class AdversarialLesson implements Lesson {

    /** A part of the key of random starts, beside seed, epoch and sample. */
    private static final long START = RandomDraw.key("attack");

    private final Lesson lesson;
    private final Adversary adversary;
    private final double share;
    private final long seed;

    /** Around another lesson, which belongs to this one from now on. */
    public AdversarialLesson(NDManager owner, Lesson lesson, AdversarialTraining training, long seed) {
        this.lesson = lesson;
        this.adversary = new Adversary(owner, training.attack());
        this.share = training.share();
        this.seed = seed;
    }

    @Override
    public Descended step(Batch batch, Moment moment) {
        int attacked = (int) Math.round(share * batch.size());
        return lesson.step(attacked == 0 ? batch : attack(batch, attacked, moment), moment);
    }

    @Override
    public Predictor present() {
        return lesson.present();
    }

    @Override
    public SiteModel learned() {
        return lesson.learned();
    }

    @Override
    public void close() {
        adversary.close();
        lesson.close();
    }

    private Batch attack(Batch batch, int attacked, Moment moment) {
        Batch marked = new Batch(batch.images(), batch.labels(), batch.keys(), attacked);
        Predictor present = lesson.present();
        NDArray changed = adversary.attack(
                present::logProbabilities,
                marked.attackedOf(batch.images()),
                marked.attackedOf(batch.labels()),
                streams(batch, attacked, moment));
        NDArray images = attacked == batch.size()
                ? changed
                : Recording.suspended(() -> NDArrays.concat(new NDList(changed, marked.cleanOf(batch.images()))));
        return new Batch(images, batch.labels(), batch.keys(), attacked);
    }

    private long[] streams(Batch batch, int attacked, Moment moment) {
        return LongStream.of(batch.keys())
                .limit(attacked)
                .map(key -> RandomDraw.of(seed, moment.epoch(), key, START).nextLong())
                .toArray();
    }
}
