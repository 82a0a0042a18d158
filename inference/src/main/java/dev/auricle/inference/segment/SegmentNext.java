package dev.auricle.inference.segment;

import com.google.protobuf.ByteString;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.PartsFollower.Whole;
import dev.auricle.inference.follow.WaitingVolume;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.topic.Topics;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Segments one volume after the other with whatever model is in use. One thread at a time. */
public final class SegmentNext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentNext.class);

    private final LearningEngine engine;
    private final int batchSize;
    private final Clock clock;
    private Optional<VolumeSegmenter> loaded = Optional.empty();

    /**
     * Has no model yet.
     *
     * @param batchSize slices computed at once
     */
    public SegmentNext(LearningEngine engine, int batchSize, Clock clock) {
        this.engine = engine;
        this.batchSize = batchSize;
        this.clock = clock;
    }

    /** From now on this model. */
    public void use(ModelInUse model) {
        if (loaded.filter(segmenter -> segmenter.model().equals(model)).isPresent()) {
            return;
        }
        close();
        loaded = Optional.of(new VolumeSegmenter(engine, model, batchSize));
    }

    /** Segments a volume and writes the result, or that there is none and why. */
    public void segment(Whole<PreparedSlices> whole, LogWriter writer) {
        var segmenter = loaded.orElseThrow(() -> new IllegalStateException("there is no model"));
        var volume = new WaitingVolume(whole.parts());
        var key = new SegmentationKey(
                volume.head().getSeriesInstanceUid(),
                segmenter.model().manifest().getVersion());
        if (!segmenter.takes(volume)) {
            writer.write(Topics.DELIVERY_FAILED, key, preparedOtherwise(whole, key.version()), whole.trace());
            return;
        }
        var segmented = segmenter.segment(volume);
        SegmentationRecords.split(volume, segmenter.model(), segmented, clock.millis())
                .forEach(part -> writer.write(Topics.SEGMENTATIONS, key, part, whole.trace()));
        LOG.atInfo()
                .addKeyValue("site", volume.head().getSite())
                .addKeyValue("study", whole.trace())
                .addKeyValue("version", key.version())
                .log("segmented");
    }

    @Override
    public void close() {
        loaded.ifPresent(VolumeSegmenter::close);
        loaded = Optional.empty();
    }

    private DeliveryFailed preparedOtherwise(Whole<PreparedSlices> whole, String version) {
        var head = whole.parts().get(0);
        return DeliveryFailed.newBuilder()
                .setSite(head.getSite())
                .setStudyInstanceUid(head.getStudyInstanceUid())
                .setSeriesInstanceUid(head.getSeriesInstanceUid())
                .setModelVersion(version)
                .setReason(Reason.newBuilder()
                        .setCode("PREPARED_OTHERWISE")
                        .setSentence("The volume was prepared by another plan than the model was learned by."))
                .setFailedAtMs(clock.millis())
                .setSegmentation(LogRefs.of(
                        Topics.STUDIES_PREPARED.name(),
                        whole.partition().partition(),
                        whole.firstOffset(),
                        whole.lastOffset(),
                        ByteString.EMPTY))
                .build();
    }
}
