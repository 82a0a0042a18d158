package dev.auricle.learning.learn;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.network.UNetSpec;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how fast a network learns, through the whole learner: replay, batch, forward, loss, gradient, step.
 *
 * <p>Arguments: base channels, depth, size of a slice, batch size, threads, and {@code plain} or {@code varied}. To be
 * compared with {@code src/test/python/unet_speed.py} and the same first five arguments.
 */
final class LearningSpeed {

    private static final Logger LOG = LoggerFactory.getLogger(LearningSpeed.class);
    private static final int WARM_UP = 5;
    private static final int STEPS = 30;

    private LearningSpeed() {}

    public static void main(String[] arguments) {
        UNetSpec spec = new UNetSpec(1, 2, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        int size = Integer.parseInt(arguments[2]);
        int batchSize = Integer.parseInt(arguments[3]);
        LearningEngine engine = LearningEngine.start(new EngineSettings(Integer.parseInt(arguments[4])));
        AugmentationSettings augmentation =
                arguments[5].equals("varied") ? new AugmentationSettings(15, 0.5, 2, 0.1) : AugmentationSettings.none();
        Method method = Scenes.plain(spec);
        LearningSettings settings =
                LearningSettings.alone(new Schedule(WARM_UP + STEPS, batchSize), AdamSettings.usual(), augmentation, 1);
        SampleList samples = new SampleList(new Ellipses(size, 1).samples(0, batchSize), batchSize);
        List<Long> times = new ArrayList<>();
        LearningListener clock = new LearningListener() {
            @Override
            public void onStep(StepReport report) {
                times.add(System.nanoTime());
            }
        };
        new Learner(engine, method, settings).learn(Scenes.first(method, 1), samples, clock);
        List<Double> milliseconds = new ArrayList<>();
        for (int step = WARM_UP; step < times.size(); step++) {
            milliseconds.add((times.get(step) - times.get(step - 1)) / 1e6);
        }
        milliseconds.sort(Double::compare);
        double median = milliseconds.get(milliseconds.size() / 2);
        LOG.info(
                "{}: median {} ms, fastest {} ms, {} slices/s",
                String.join(" ", arguments),
                Math.round(median),
                Math.round(milliseconds.get(0)),
                "%.1f".formatted(batchSize / median * 1e3));
    }
}
