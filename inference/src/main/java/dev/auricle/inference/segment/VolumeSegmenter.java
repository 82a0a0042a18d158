package dev.auricle.inference.segment;

import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.WaitingVolume;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Images;
import dev.auricle.learning.learn.Prediction;
import dev.auricle.learning.learn.Segmenter;

/** Segments volumes with one model, slice by slice in batches. One thread at a time. */
final class VolumeSegmenter implements AutoCloseable {
    /** Of what is drawn for uncertainty: the same volume has the same every time. */
    private static final long SEED = 0;

    private final ModelInUse model;
    private final Whose whose;
    private final SegmentSettings settings;
    private final Segmenter segmenter;

    /** Loads the model. */
    VolumeSegmenter(LearningEngine engine, ModelInUse model, Whose whose, SegmentSettings settings) {
        this.model = model;
        this.whose = whose;
        this.settings = settings;
        segmenter = new Segmenter(engine, ModelFollower.method(model.plan()), whose.view(), settings.batchSize());
    }

    /** The model it segments with. */
    ModelInUse model() {
        return model;
    }

    /** Whose prediction it makes. */
    Whose whose() {
        return whose;
    }

    /** Segments, and puts the mask back into the series' own geometry. */
    Segmented segment(WaitingVolume volume) {
        var prepared = Geometries.of(volume.header().getPrepared());
        var labels = new byte[prepared.voxels()];
        var entropy = new EntropyTally();
        int batchSize = settings.batchSize();
        for (int first = 0; first < prepared.slices(); first += batchSize) {
            int count = Math.min(batchSize, prepared.slices() - first);
            var images = new Images(volume.slices(first, count), count, prepared.rows(), prepared.columns());
            var prediction = predict(images);
            System.arraycopy(prediction.labels(), 0, labels, prepared.offset(first), prediction.labels().length);
            entropy.add(prediction);
        }
        var source = Geometries.of(volume.header().getSource());
        return new Segmented(WayBack.onto(source, prepared, labels), entropy.uncertainty(), settings.samples());
    }

    @Override
    public void close() {
        segmenter.close();
    }

    private Prediction predict(Images images) {
        return settings.samples() == 0
                ? segmenter.predict(images)
                : segmenter.predict(images, settings.samples(), SEED);
    }
}
