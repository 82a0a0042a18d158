package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.descend.Descent;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.loss.DecoupledTerms;
import dev.auricle.learning.loss.Discrimination;
import dev.auricle.learning.network.DecoupledNetwork;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A site's round of the decoupled method. A step is one backward pass through all networks but the discriminator, with z
 * drawn from the posterior; where some images are attacked, the discriminator then makes a step of its own.
 */
final class DecoupledLesson implements Lesson {

    /** A part of the key of ε, beside seed, epoch and sample. */
    private static final long LATENT = RandomDraw.key("latent");

    private final NDManager manager;
    private final DecoupledNetwork network;
    private final Partition partition;
    private final Terms told;
    private final NDArray weights;
    private final DecoupledTerms terms;
    private final Descent descent;
    private final Discrimination discrimination;
    private final Descent discriminator;

    DecoupledLesson(
            NDManager owner, DecoupledNetwork network, Partition partition, DecoupledWeights weights, Terms told) {
        this.manager = owner.newSubManager();
        this.network = network;
        this.partition = partition;
        this.told = told;
        this.weights = manager.create(weights.after(told.turn().merged()));
        this.terms = new DecoupledTerms(manager, manager.create((float) weights.q()));
        NDList shared = network.parameters().under("encoder.", "decoder.", "head.", "prior.", "posterior.");
        NDList adaptation = network.parameters().under("da.");
        AdamSettings walk = told.optimizer();
        AdamSettings faster = walk.withLearningRate(walk.learningRate() * weights.adaptationRate());
        this.descent =
                new Descent(manager, List.of(new Descent.Group(shared, walk), new Descent.Group(adaptation, faster)));
        this.discrimination = new Discrimination(manager);
        this.discriminator = Descent.of(manager, network.parameters().under("discriminator."), walk);
    }

    @Override
    public Descended step(Batch batch, Moment moment) {
        NDArray noise = noise(batch, moment);
        NDArray[] prediction = new NDArray[1];
        Descended descended = descent.step(() -> {
            NDArray posterior = network.posterior(batch.images(), batch.labels());
            NDArray prior = network.prior(batch.images());
            NDArray z = network.draw(posterior, noise);
            NDArray features = network.features(batch.images());
            NDArray logGlobal = network.logGlobal(features, z);
            NDArray logMatrices = network.logMatrices(features, z);
            NDArray logLocal = network.logLocal(logMatrices, logGlobal);
            NDArray verdicts = verdictsOfAttacked(batch, logGlobal);
            prediction[0] = logGlobal;
            return terms.of(new DecoupledTerms.Parts(
                            logGlobal, logLocal, logMatrices, posterior, prior, verdicts, batch.labels()))
                    .dot(weights);
        });
        if (batch.attacked() > 0 && batch.attacked() < batch.size() && descended.isFinite()) {
            teachDiscriminator(batch, prediction[0]);
        }
        return descended;
    }

    @Override
    public Predictor present() {
        return DecoupledPredictor.global(network);
    }

    @Override
    public SiteModel learned() {
        return partition.split(network.parameters().snapshot());
    }

    @Override
    public void close() {
        manager.close();
        network.close();
    }

    private NDArray noise(Batch batch, Moment moment) {
        long[] streams = LongStream.of(batch.keys())
                .map(key ->
                        RandomDraw.of(told.seed(), moment.epoch(), key, LATENT).nextLong())
                .toArray();
        return Noise.in(batch.images().getManager(), network.latent(), streams);
    }

    private NDArray verdictsOfAttacked(Batch batch, NDArray logGlobal) {
        if (batch.attacked() == 0) {
            return batch.images().getManager().create(new Shape(0), DataType.FLOAT32);
        }
        return network.verdicts(batch.attackedOf(batch.images()), batch.attackedOf(logGlobal));
    }

    private void teachDiscriminator(Batch batch, NDArray logGlobal) {
        NDArray seen = Recording.suspended(logGlobal::stopGradient);
        discriminator.step(() -> {
            NDArray clean = network.verdicts(batch.cleanOf(batch.images()), batch.cleanOf(seen));
            NDArray attacked = network.verdicts(batch.attackedOf(batch.images()), batch.attackedOf(seen));
            return discrimination.of(clean, attacked);
        });
    }
}
