package dev.auricle.trainer.replay;

import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.measure.Spacing;
import dev.auricle.schemas.shard.FloatBytes;

/** Records of {@code samples} as the learner wants them. */
final class Samples {
    private Samples() {}

    static Sample of(dev.auricle.schemas.record.Sample sample) {
        var slice = new Slice(
                FloatBytes.toArray(sample.getImage()),
                sample.getLabel().toByteArray(),
                sample.getRows(),
                sample.getColumns());
        return new Sample(
                sample.getSampleId(),
                slice,
                new Spacing(sample.getSliceSpacing(), sample.getRowSpacing(), sample.getColumnSpacing()));
    }
}
