package dev.auricle.learning.attack;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.auricle.learning.attack.AttackSettings.Start;
import dev.auricle.learning.attack.AttackSettings.Weighting;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.DirectMemory;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.engine.Script;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.UnaryOperator;

/**
 * Changes images within ε so that a model errs: FGSM, PGD and SegPGD are settings of the same ascent, see
 * {@link AttackSettings}.
 *
 * <p>Random starts are drawn per image from a stream that the caller names, so an attack is a function of model, image,
 * label, settings and name. One thread at a time.
 */
public final class Adversary implements Disturber {

    private static final String STRONGEST = """
            def forward(self, best: Tensor, found: Tensor, loss_of_best: Tensor, loss_of_found: Tensor) -> Tensor:
              better = torch.gt(loss_of_found, loss_of_best)
              return torch.where(torch.reshape(better, [-1, 1, 1, 1]), found, best)
            """;

    private final AttackSettings settings;
    private final NDManager manager;
    private final NDArray lengths;
    private final SignAscent ascent;
    private final PixelLoss loss;
    private final Script strongest;

    /** Native memory belongs to the owner. */
    public Adversary(NDManager owner, AttackSettings settings) {
        this.settings = settings;
        this.manager = owner.newSubManager();
        this.lengths = manager.create(new float[] {(float) settings.epsilon(), (float) settings.step()});
        this.ascent = new SignAscent(manager);
        this.loss = new PixelLoss(manager);
        this.strongest = Script.compile(manager, STRONGEST);
    }

    @Override
    public NDArray attack(UnaryOperator<NDArray> model, NDArray images, NDArray labels, long[] streams) {
        NDArray best = once(model, images, labels, streams, 0);
        for (int restart = 1; restart < settings.restarts(); restart++) {
            NDArray found = once(model, images, labels, streams, restart);
            best = stronger(model, labels, best, found);
        }
        return best;
    }

    @Override
    public void close() {
        manager.close();
    }

    private NDArray once(UnaryOperator<NDArray> model, NDArray images, NDArray labels, long[] streams, int restart) {
        NDArray x = settings.start() == Start.RANDOM ? scattered(images, streams, restart) : images;
        for (int step = 0; step < settings.steps(); step++) {
            NDArray weights = weights(images.getManager(), step);
            NDArray before = x;
            x = ascent.step(x, images, lengths, at -> loss.total(model.apply(at), labels, weights));
            weights.close();
            if (before != images) {
                before.close();
            }
        }
        return x;
    }

    /** Of a right and of a wrong pixel. */
    private NDArray weights(NDManager scope, int step) {
        float wrong = settings.weighting() == Weighting.SEGMENTATION ? step / (2f * settings.steps()) : 0.5f;
        return scope.create(new float[] {1 - wrong, wrong});
    }

    private NDArray stronger(UnaryOperator<NDArray> model, NDArray labels, NDArray best, NDArray found) {
        return Recording.suspended(() -> {
            try (NDManager scope = best.getManager().newSubManager()) {
                NDArray lossOfBest = loss.ofEach(model.apply(best), labels);
                NDArray lossOfFound = loss.ofEach(model.apply(found), labels);
                lossOfBest.attach(scope);
                lossOfFound.attach(scope);
                return strongest.call(best, found, lossOfBest, lossOfFound);
            }
        });
    }

    private NDArray scattered(NDArray images, long[] streams, int restart) {
        int size = (int) (images.size() / streams.length);
        ByteBuffer memory = DirectMemory.ofBytes(Math.toIntExact(images.size() * Float.BYTES));
        FloatBuffer noise = memory.asFloatBuffer();
        for (long stream : streams) {
            RandomDraw draw = RandomDraw.of(stream, restart);
            for (int pixel = 0; pixel < size; pixel++) {
                noise.put((float) draw.nextBetween(-settings.epsilon(), settings.epsilon()));
            }
        }
        try (NDManager scope = images.getManager().newSubManager()) {
            NDArray offsets = scope.create(
                    memory.slice(0, Math.toIntExact(images.size() * Float.BYTES)), images.getShape(), DataType.FLOAT32);
            NDArray scattered = Recording.suspended(() -> images.add(offsets));
            scattered.attach(images.getManager());
            return scattered;
        }
    }
}
