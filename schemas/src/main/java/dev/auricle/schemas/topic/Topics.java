package dev.auricle.schemas.topic;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.PathKey;
import dev.auricle.schemas.key.RoundKey;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.plan.PlanRecords;
import dev.auricle.schemas.record.AuditEntry;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.PlanRecord;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Every topic of the system, in flow order. Nothing else names a topic. */
public final class Topics {
    /** The largest payload of one record: a mebibyte. What is larger travels in chunks, parts or shards. */
    public static final int PAYLOAD_BYTES = 1 << 20;

    /** The largest record: a payload and what names it. */
    public static final int RECORD_BYTES = PAYLOAD_BYTES + (1 << 16);

    /** Study UID → a received instance, or a chunk of one. */
    public static final Topic<String, InstanceChunk> DICOM_INSTANCES = new Topic<>(
            "dicom.instances",
            Cluster.SITE,
            Partitions.PARALLEL,
            Retention.BY_TIME,
            text(),
            message(InstanceChunk.parser()));

    /** Series UID → what the series consists of. Partitioned by study UID: a study's images and annotations meet in one task. */
    public static final Topic<String, SeriesAssembled> SERIES_ASSEMBLED = new Topic<>(
            "series.assembled",
            Cluster.SITE,
            Partitions.PARALLEL,
            Retention.BY_TIME,
            text(),
            message(SeriesAssembled.parser()));

    /** Series UID → why it was refused. */
    public static final Topic<String, SeriesRejected> SERIES_REJECTED = new Topic<>(
            "series.rejected", Cluster.SITE, Partitions.ONE, Retention.LONG, text(), message(SeriesRejected.parser()));

    /** Sample id → one prepared training slice. */
    public static final Topic<String, Sample> SAMPLES = new Topic<>(
            "samples", Cluster.SITE, Partitions.PER_SITE, Retention.FOREVER, text(), message(Sample.parser()));

    /** Federation, round, shard, site → one shard of what the site keeps to itself. */
    public static final Topic<UpdateKey, ModelShard> PERSONAL_SHARDS = new Topic<>(
            "personal.shards",
            Cluster.SITE,
            Partitions.PER_SITE,
            Retention.COMPACTED,
            path(UpdateKey::parse),
            message(ModelShard.parser()));

    /** Federation, round, site → one version of what the site keeps to itself. */
    public static final Topic<AnswerKey, PersonalManifest> PERSONAL_MODELS = new Topic<>(
            "personal.models",
            Cluster.SITE,
            Partitions.PER_SITE,
            Retention.COMPACTED,
            path(AnswerKey::parse),
            message(PersonalManifest.parser()));

    /** Study UID → slices of a volume that waits for inference. */
    public static final Topic<String, PreparedSlices> STUDIES_PREPARED = new Topic<>(
            "studies.prepared",
            Cluster.SITE,
            Partitions.PARALLEL,
            Retention.BY_TIME,
            text(),
            message(PreparedSlices.parser()));

    /** Series UID and model version → mask, volumes, uncertainty. */
    public static final Topic<SegmentationKey, Segmentation> SEGMENTATIONS = new Topic<>(
            "segmentations",
            Cluster.SITE,
            Partitions.PARALLEL,
            Retention.LONG,
            path(SegmentationKey::parse),
            message(Segmentation.parser()));

    /** Series UID and model version → what could not be delivered, and why. */
    public static final Topic<SegmentationKey, DeliveryFailed> DELIVERY_FAILED = new Topic<>(
            "delivery.failed",
            Cluster.SITE,
            Partitions.ONE,
            Retention.LONG,
            path(SegmentationKey::parse),
            message(DeliveryFailed.parser()));

    /** Federation → its plan. */
    public static final Topic<String, Plan> PLANS = new Topic<>(
            "plans",
            Cluster.HUB,
            Partitions.ONE,
            Retention.COMPACTED,
            text(),
            RecordSerdes.mapped(PlanRecord.parser(), PlanRecords::toRecord, PlanRecords::fromRecord));

    /** Federation → what the coordinator decided. */
    public static final Topic<String, RoundEvent> ROUNDS =
            new Topic<>("rounds", Cluster.HUB, Partitions.ONE, Retention.FOREVER, text(), message(RoundEvent.parser()));

    /** Federation, round, shard, site → one shard of an update. */
    public static final Topic<UpdateKey, UpdateShard> UPDATE_SHARDS = new Topic<>(
            "update.shards",
            Cluster.HUB,
            Partitions.LANES,
            Retention.BY_TIME,
            path(UpdateKey::parse),
            message(UpdateShard.parser()));

    /** Federation and round → who is in; the same record in every partition. */
    public static final Topic<RoundKey, RoundCommit> ROUND_COMMITS = new Topic<>(
            "round.commits",
            Cluster.HUB,
            Partitions.LANES,
            Retention.BY_TIME,
            path(RoundKey::parse),
            message(RoundCommit.parser()));

    /** Federation, round, site → a site's answer to a round. */
    public static final Topic<AnswerKey, UpdateManifest> UPDATE_MANIFESTS = new Topic<>(
            "update.manifests",
            Cluster.HUB,
            Partitions.ONE,
            Retention.FOREVER,
            path(AnswerKey::parse),
            message(UpdateManifest.parser()));

    /** Version and shard → merged weights. */
    public static final Topic<ShardKey, ModelShard> MODEL_SHARDS = new Topic<>(
            "model.shards",
            Cluster.HUB,
            Partitions.LANES,
            Retention.FOREVER,
            path(ShardKey::parse),
            message(ModelShard.parser()));

    /** Version → a model's manifest. */
    public static final Topic<String, ModelManifest> MODELS = new Topic<>(
            "models", Cluster.HUB, Partitions.ONE, Retention.COMPACTED, text(), message(ModelManifest.parser()));

    /** Sequence → who did what. */
    public static final Topic<String, AuditEntry> AUDIT =
            new Topic<>("audit", Cluster.BOTH, Partitions.ONE, Retention.FOREVER, text(), message(AuditEntry.parser()));

    /** All of them. */
    public static final List<Topic<?, ?>> ALL = List.of(
            DICOM_INSTANCES,
            SERIES_ASSEMBLED,
            SERIES_REJECTED,
            SAMPLES,
            PERSONAL_SHARDS,
            PERSONAL_MODELS,
            STUDIES_PREPARED,
            SEGMENTATIONS,
            DELIVERY_FAILED,
            PLANS,
            ROUNDS,
            UPDATE_SHARDS,
            ROUND_COMMITS,
            UPDATE_MANIFESTS,
            MODEL_SHARDS,
            MODELS,
            AUDIT);

    private Topics() {}

    private static Serde<String> text() {
        return Serdes.String();
    }

    private static <M extends MessageLite> Serde<M> message(Parser<M> parser) {
        return RecordSerdes.message(parser);
    }

    private static <P extends PathKey> Serde<P> path(Function<String, P> parser) {
        return RecordSerdes.path(parser);
    }
}
