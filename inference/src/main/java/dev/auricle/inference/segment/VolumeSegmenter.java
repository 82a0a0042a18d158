package dev.auricle.inference.segment;

import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.WaitingVolume;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Images;
import dev.auricle.learning.learn.Segmenter;
import dev.auricle.learning.method.View;

/** Segments volumes with one model, slice by slice in batches. One thread at a time. */
public final class VolumeSegmenter implements AutoCloseable {
    private final ModelInUse model;
    private final Segmenter segmenter;
    private final int batchSize;

    /**
     * Loads the model.
     *
     * @param batchSize slices computed at once
     */
    public VolumeSegmenter(LearningEngine engine, ModelInUse model, int batchSize) {
        this.model = model;
        this.batchSize = batchSize;
        segmenter =
                new Segmenter(engine, ModelFollower.method(model.plan()), new View.Global(model.state()), batchSize);
    }

    /** The model it segments with. */
    public ModelInUse model() {
        return model;
    }

    /** Whether a volume was prepared as the model's plan wants it. */
    public boolean takes(WaitingVolume volume) {
        return volume.header().getPreprocessingSha256().equals(model.plan().preprocessingSha256());
    }

    /** Segments, and puts the mask back into the series' own geometry. */
    public Segmented segment(WaitingVolume volume) {
        var prepared = Geometries.of(volume.header().getPrepared());
        var labels = new byte[prepared.voxels()];
        var entropy = new EntropyTally();
        for (int first = 0; first < prepared.slices(); first += batchSize) {
            int count = Math.min(batchSize, prepared.slices() - first);
            var images = new Images(volume.slices(first, count), count, prepared.rows(), prepared.columns());
            var prediction = segmenter.predict(images);
            System.arraycopy(prediction.labels(), 0, labels, prepared.offset(first), prediction.labels().length);
            entropy.add(prediction);
        }
        var source = Geometries.of(volume.header().getSource());
        return new Segmented(WayBack.onto(source, prepared, labels), entropy.uncertainty());
    }

    @Override
    public void close() {
        segmenter.close();
    }
}
