package dev.auricle.inference.segment;

import com.google.protobuf.ByteString;
import dev.auricle.inference.follow.ModelFollower;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.PartsFollower.Whole;
import dev.auricle.inference.follow.SiteParts;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Segments one volume after the other with whatever model is in use, as the federation, the site, or both see it. One thread at a time. */
public final class SegmentNext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentNext.class);

    private static final Reason PREPARED_OTHERWISE = Reason.newBuilder()
            .setCode("PREPARED_OTHERWISE")
            .setSentence("The volume was prepared by another plan than the model was learned by.")
            .build();

    private static final Reason NO_GLOBAL_MODEL = Reason.newBuilder()
            .setCode("NO_GLOBAL_MODEL")
            .setSentence("The plan's method has no model for everybody; inference.answer must be site or both.")
            .build();

    private final LearningEngine engine;
    private final SegmentSettings settings;
    private final SiteParts parts;
    private final Clock clock;
    private final Map<String, VolumeSegmenter> loaded = new HashMap<>();
    private Optional<ModelInUse> inUse = Optional.empty();

    /**
     * Has no model yet.
     *
     * @param parts what sites keep to themselves
     */
    public SegmentNext(LearningEngine engine, SegmentSettings settings, SiteParts parts, Clock clock) {
        this.engine = engine;
        this.settings = settings;
        this.parts = parts;
        this.clock = clock;
    }

    /** From now on this model. */
    public void use(ModelInUse model) {
        if (inUse.filter(model::equals).isEmpty()) {
            close();
            inUse = Optional.of(model);
        }
    }

    /** Segments a volume and writes what is to be answered, or that there is nothing and why. */
    public void segment(Whole<PreparedSlices> whole, LogWriter writer) {
        var model = inUse.orElseThrow(() -> new IllegalStateException("there is no model"));
        var volume = new WaitingVolume(whole.parts());
        if (!volume.header().getPreprocessingSha256().equals(model.plan().preprocessingSha256())) {
            refuse(whole, model, PREPARED_OTHERWISE, writer);
            return;
        }
        var method = ModelFollower.method(model.plan());
        if (settings.answer() == Answer.GLOBAL && !method.hasGlobalModel()) {
            refuse(whole, model, NO_GLOBAL_MODEL, writer);
            return;
        }
        // Of a method that keeps nothing both are the same, and one is enough.
        boolean keeps = method.personal().parameters() > 0;
        if (method.hasGlobalModel() && (settings.answer().has(Answer.GLOBAL) || !keeps)) {
            segment(whole, volume, federations(model), writer);
        }
        if (keeps && settings.answer().has(Answer.SITE)) {
            segment(whole, volume, sites(model, volume.head().getSite()), writer);
        }
    }

    @Override
    public void close() {
        loaded.values().forEach(VolumeSegmenter::close);
        loaded.clear();
        inUse = Optional.empty();
    }

    private void segment(
            Whole<PreparedSlices> whole, WaitingVolume volume, VolumeSegmenter segmenter, LogWriter writer) {
        var version = segmenter.whose().version();
        var key = new SegmentationKey(volume.head().getSeriesInstanceUid(), version);
        var segmented = segmenter.segment(volume);
        SegmentationRecords.split(volume, segmenter.model(), segmenter.whose(), segmented, clock.millis())
                .forEach(part -> writer.write(Topics.SEGMENTATIONS, key, part, whole.trace()));
        LOG.atInfo()
                .addKeyValue("site", volume.head().getSite())
                .addKeyValue("study", whole.trace())
                .addKeyValue("version", version)
                .log("segmented");
    }

    private VolumeSegmenter federations(ModelInUse model) {
        return loaded.computeIfAbsent(
                "", every -> new VolumeSegmenter(engine, model, Whose.federations(model), settings));
    }

    private VolumeSegmenter sites(ModelInUse model, String site) {
        return loaded.computeIfAbsent(
                site, own -> new VolumeSegmenter(engine, model, Whose.sites(model, parts, own), settings));
    }

    private void refuse(Whole<PreparedSlices> whole, ModelInUse model, Reason reason, LogWriter writer) {
        var failed = failed(whole, model.manifest().getVersion(), reason);
        var key = new SegmentationKey(failed.getSeriesInstanceUid(), failed.getModelVersion());
        writer.write(Topics.DELIVERY_FAILED, key, failed, whole.trace());
    }

    private DeliveryFailed failed(Whole<PreparedSlices> whole, String version, Reason reason) {
        var head = whole.parts().get(0);
        return DeliveryFailed.newBuilder()
                .setSite(head.getSite())
                .setStudyInstanceUid(head.getStudyInstanceUid())
                .setSeriesInstanceUid(head.getSeriesInstanceUid())
                .setModelVersion(version)
                .setReason(reason)
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
