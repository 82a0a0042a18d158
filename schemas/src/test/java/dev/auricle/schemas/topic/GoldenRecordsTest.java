package dev.auricle.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.RoundKey;
import dev.auricle.schemas.key.SegmentationKey;
import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.AuditEntry;
import dev.auricle.schemas.record.Concept;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.DrawnEllipse;
import dev.auricle.schemas.record.DrawnShape;
import dev.auricle.schemas.record.Geometry;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.LabelSource;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.record.Provenance;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.RoundOpened;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SegmentVolume;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.record.SlicePlane;
import dev.auricle.schemas.record.Strength;
import dev.auricle.schemas.record.TensorShape;
import dev.auricle.schemas.record.Uncertainty;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import dev.auricle.schemas.record.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of one record a topic, as they were when the topic was made. A record that no longer reads or writes them
 * breaks every log that is kept for ever.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenRecordsTest {
    private static final ByteString HASH = ByteString.fromHex("0f1e2d3c");
    private static final Vector ONE = Vector.newBuilder().setX(1).build();
    private static final LogRef REF = LogRef.newBuilder()
            .setTopic("dicom.instances")
            .setPartition(2)
            .setFirstOffset(17)
            .setLastOffset(19)
            .setSha256(HASH)
            .build();
    private static final Geometry GEOMETRY = Geometry.newBuilder()
            .setOrigin(ONE)
            .setRowDirection(ONE)
            .setColumnDirection(ONE)
            .setSliceSpacing(2)
            .setRowSpacing(0.5)
            .setColumnSpacing(0.25)
            .setRows(4)
            .setColumns(5)
            .setSlices(6)
            .build();
    private static final Layout LAYOUT = Layout.newBuilder()
            .setShardLength(262_144)
            .addTensors(TensorShape.newBuilder().setName("head.weight").addAllShape(List.of(2, 16, 1, 1)))
            .build();
    private static final Participant NORTH = Participant.newBuilder()
            .setSite("north")
            .setSamples(120)
            .setUpdateId("u-1")
            .putMetrics("dice", 0.5)
            .addTrainedOn(OffsetRange.newBuilder()
                    .setTopic("samples")
                    .setPartition(0)
                    .setFirst(0)
                    .setEnd(120))
            .build();

    record Golden<K, V>(Topic<K, V> topic, K key, V value) {
        ProducerRecord<byte[], byte[]> record() {
            return topic.record(key, value);
        }

        String bytes() {
            var made = record();
            return HexFormat.of().formatHex(made.key()) + " " + HexFormat.of().formatHex(made.value());
        }

        @Override
        public String toString() {
            return topic.name();
        }
    }

    static List<Golden<?, ?>> goldens() {
        var goldens = new ArrayList<Golden<?, ?>>();
        goldens.add(new Golden<>(
                Topics.DICOM_INSTANCES,
                "1.2.3",
                InstanceChunk.newBuilder()
                        .setSite("north")
                        .setTransferId("t")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setSopInstanceUid("1.2.5")
                        .setSopClassUid("1.2.840.10008.5.1.4.1.1.4")
                        .setTransferSyntaxUid("1.2.840.10008.1.2.1")
                        .setCallingAeTitle("PACS")
                        .setChunk(1)
                        .setData(HASH)
                        .setSeal(InstanceSeal.newBuilder()
                                .setChunks(2)
                                .setBytes(8)
                                .setSha256(HASH))
                        .build()));
        goldens.add(new Golden<>(
                Topics.SERIES_ASSEMBLED,
                "1.2.4",
                SeriesAssembled.newBuilder()
                        .setSite("north")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setRevision(1)
                        .setModality("MR")
                        .setFrameOfReferenceUid("1.2.6")
                        .setInstanceCount(1)
                        .setPart(0)
                        .setParts(1)
                        .addInstances(SeriesInstance.newBuilder()
                                .setSopInstanceUid("1.2.5")
                                .setSopClassUid("1.2.840.10008.5.1.4.1.1.4")
                                .setTransferSyntaxUid("1.2.840.10008.1.2.1")
                                .setLog(REF)
                                .setInstanceNumber(3)
                                .setHasPixels(true)
                                .setFrames(1)
                                .setPlane(SlicePlane.newBuilder()
                                        .setPosition(ONE)
                                        .setRowDirection(ONE)
                                        .setColumnDirection(ONE)
                                        .setRowSpacing(0.5)
                                        .setColumnSpacing(0.25)
                                        .setRows(4)
                                        .setColumns(5)))
                        .build()));
        goldens.add(new Golden<>(
                Topics.SERIES_REJECTED,
                "1.2.4",
                SeriesRejected.newBuilder()
                        .setSite("north")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setRevision(1)
                        .addReasons(Reason.newBuilder().setCode("NO_PIXELS").setSentence("No pixels."))
                        .addLog(REF)
                        .build()));
        goldens.add(new Golden<>(
                Topics.SAMPLES,
                "s-1",
                Sample.newBuilder()
                        .setSampleId("s-1")
                        .setSite("north")
                        .setSubject("p")
                        .setSeries("2.25.1")
                        .setRevision(1)
                        .setSlice(2)
                        .setSlices(3)
                        .setRows(1)
                        .setColumns(1)
                        .setImage(HASH)
                        .setLabel(ByteString.fromHex("01"))
                        .setStrength(Strength.STRONG)
                        .setRowSpacing(0.6)
                        .setColumnSpacing(0.6)
                        .setSliceSpacing(1.25)
                        .setPreprocessingSha256(HASH)
                        .setProvenance(Provenance.newBuilder()
                                .setAssembled(REF)
                                .setAnnotation("2.25.2")
                                .setAnnotationModality("SEG"))
                        .addSources(LabelSource.newBuilder()
                                .setClassNumber(1)
                                .setStrength(Strength.WEAK)
                                .setShape(LabelSource.Shape.CIRCLE)
                                .setAnnotator("a")
                                .setAutomatic(true)
                                .addShapes(DrawnShape.newBuilder()
                                        .setEllipse(DrawnEllipse.newBuilder()
                                                .setColumn(7.5)
                                                .setRow(8)
                                                .setFirstColumns(4)
                                                .setSecondRows(4)))
                                .addShapes(
                                        DrawnShape.newBuilder().addAllCorners(List.of(0.5, 1.0, 2.0, 1.0, 2.0, 3.0))))
                        .build()));
        goldens.add(new Golden<>(
                Topics.PERSONAL_SHARDS,
                new UpdateKey("atrium", 3, 0, "north"),
                ModelShard.newBuilder().setWeights(HASH).build()));
        goldens.add(new Golden<>(
                Topics.PERSONAL_MODELS,
                new AnswerKey("atrium", 3, "north"),
                PersonalManifest.newBuilder()
                        .setFederation("atrium")
                        .setRound(3)
                        .setSite("north")
                        .setUpdateId("u-1")
                        .setBaseVersion("atrium.2")
                        .setBaseSha256(HASH)
                        .setParentRound(2)
                        .setPlanSha256(HASH)
                        .setLayout(LAYOUT)
                        .addShards(ShardPlace.newBuilder()
                                .setPartition(1)
                                .setOffset(9)
                                .setSha256(HASH))
                        .setSha256(HASH)
                        .build()));
        goldens.add(new Golden<>(
                Topics.STUDIES_PREPARED,
                "1.2.3",
                PreparedSlices.newBuilder()
                        .setSite("north")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setRevision(1)
                        .setFirstSlice(2)
                        .setImage(HASH)
                        .setVolume(PreparedVolume.newBuilder()
                                .setPrepared(GEOMETRY)
                                .setSource(GEOMETRY)
                                .setPreprocessingSha256(HASH)
                                .setAssembled(REF))
                        .build()));
        goldens.add(new Golden<>(
                Topics.SEGMENTATIONS,
                new SegmentationKey("1.2.4", "atrium.3"),
                Segmentation.newBuilder()
                        .setSite("north")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setSeriesRevision(1)
                        .setFederation("atrium")
                        .setModelVersion("atrium.3")
                        .setModelSha256(HASH)
                        .setGeometry(GEOMETRY)
                        .setPart(0)
                        .setParts(1)
                        .setFirstSlice(0)
                        .setSliceCount(6)
                        .setMaskZlib(HASH)
                        .addVolumes(SegmentVolume.newBuilder()
                                .setClassNumber(1)
                                .setClassName("Left atrium")
                                .setVoxels(1000)
                                .setMillilitres(0.75)
                                .setType(Concept.newBuilder()
                                        .setValue("82471001")
                                        .setScheme("SCT")
                                        .setMeaning("Left atrium")))
                        .setUncertainty(
                                Uncertainty.newBuilder().setMeanEntropy(0.1).setForegroundEntropy(0.2))
                        .setAssembled(REF)
                        .setSegmentedAtMs(1_700_000_000_000L)
                        .build()));
        goldens.add(new Golden<>(
                Topics.DELIVERY_FAILED,
                new SegmentationKey("1.2.4", "atrium.3"),
                DeliveryFailed.newBuilder()
                        .setSite("north")
                        .setStudyInstanceUid("1.2.3")
                        .setSeriesInstanceUid("1.2.4")
                        .setModelVersion("atrium.3")
                        .setTarget(DeliveryFailed.Target.FHIR)
                        .setReason(Reason.newBuilder().setCode("REFUSED").setSentence("HTTP 422"))
                        .setAttempts(5)
                        .setFailedAtMs(1_700_000_000_000L)
                        .setSegmentation(REF)
                        .build()));
        goldens.add(new Golden<>(Topics.PLANS, "left-atrium", Plan.read(Path.of("src/test/resources/plan.yaml"))));
        goldens.add(new Golden<>(
                Topics.ROUNDS,
                "atrium",
                RoundEvent.newBuilder()
                        .setFederation("atrium")
                        .setRound(3)
                        .setPurpose(Purpose.LEARN)
                        .setAtMs(1_700_000_000_000L)
                        .setOpened(RoundOpened.newBuilder()
                                .setPlanSha256(HASH)
                                .setBaseVersion("atrium.2")
                                .setDeadlineAtMs(1_700_000_600_000L)
                                .addSites("north")
                                .setMerged(2))
                        .build()));
        goldens.add(new Golden<>(
                Topics.UPDATE_SHARDS,
                new UpdateKey("atrium", 3, 0, "north"),
                UpdateShard.newBuilder().setUpdateId("u-1").setWeights(HASH).build()));
        goldens.add(new Golden<>(
                Topics.ROUND_COMMITS,
                new RoundKey("atrium", 3),
                RoundCommit.newBuilder()
                        .setFederation("atrium")
                        .setRound(3)
                        .setModelVersion("atrium.3")
                        .addParticipants(NORTH)
                        .setParameters(113_000)
                        .setShardLength(262_144)
                        .setRule("FEDAVG")
                        .build()));
        goldens.add(new Golden<>(
                Topics.UPDATE_MANIFESTS,
                new AnswerKey("atrium", 3, "north"),
                UpdateManifest.newBuilder()
                        .setFederation("atrium")
                        .setRound(3)
                        .setSite("north")
                        .setPurpose(Purpose.LEARN)
                        .setUpdateId("u-1")
                        .setSamples(120)
                        .putMetrics("loss", 0.25)
                        .addTrainedOn(NORTH.getTrainedOn(0))
                        .setLayout(LAYOUT)
                        .addShardSha256(HASH)
                        .setPlanSha256(HASH)
                        .setEngine("PyTorch 2.7.1, 1 thread")
                        .build()));
        goldens.add(new Golden<>(
                Topics.MODEL_SHARDS,
                new ShardKey("atrium.3", 0),
                ModelShard.newBuilder().setWeights(HASH).build()));
        goldens.add(new Golden<>(
                Topics.MODELS,
                "atrium.3",
                ModelManifest.newBuilder()
                        .setFederation("atrium")
                        .setVersion("atrium.3")
                        .setRound(3)
                        .setParent("atrium.2")
                        .setStatus(ModelManifest.Status.RELEASED)
                        .setLayout(LAYOUT)
                        .addShards(ShardPlace.newBuilder()
                                .setPartition(1)
                                .setOffset(7)
                                .setSha256(HASH))
                        .setSha256(HASH)
                        .setParameters(113_000)
                        .addParticipants(NORTH)
                        .setPlanSha256(HASH)
                        .putMetrics("dice", 0.9)
                        .addMeasuredBy(NORTH)
                        .build()));
        goldens.add(new Golden<>(
                Topics.AUDIT,
                "1",
                AuditEntry.newBuilder()
                        .setSequence(1)
                        .setPreviousSha256(HASH)
                        .setAtMs(1_700_000_000_000L)
                        .setActor("aggregator")
                        .setAction("round committed")
                        .setSubject("atrium/3")
                        .putDetails("participants", "3")
                        .build()));
        return goldens;
    }

    @Test
    void every_topic_has_one() {
        assertThat(goldens())
                .extracting(Golden::toString)
                .containsExactlyElementsOf(
                        Topics.ALL.stream().<String>map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bytes_are_what_they_were(Golden<?, ?> golden) throws IOException {
        assertThat(golden.bytes())
                .isEqualTo(recorded().getProperty(golden.topic().name()));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void bytes_read_back_as_what_was_written(Golden<?, ?> golden) {
        // Given
        var written = golden.record();
        var raw = new ConsumerRecord<>(golden.topic().name(), 0, 0, written.key(), written.value());
        // Then
        assertThat(golden.topic().key(raw)).isEqualTo(golden.key());
        assertThat(golden.topic().value(raw)).isEqualTo(golden.value());
    }

    private static Properties recorded() throws IOException {
        var recorded = new Properties();
        try (InputStream in = GoldenRecordsTest.class.getResourceAsStream("/golden-records.properties")) {
            recorded.load(in);
        }
        return recorded;
    }
}
