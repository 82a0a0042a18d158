package dev.auricle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.StreamsSettings;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceKind;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AssembleFlowTest {
    private static final AssembleConfig CONFIG = new AssembleConfig(Duration.ofSeconds(60), Duration.ofDays(30));

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, InstanceChunk> instances;
    private final TestOutputTopic<String, SeriesAssembled> assembled;
    private final TestOutputTopic<String, SeriesRejected> rejected;

    AssembleFlowTest(@TempDir Path state) {
        var properties = properties(state);
        driver = new TopologyTestDriver(
                AssembleFlow.build(new StreamsConfig(properties), CONFIG),
                properties,
                Instant.parse("2026-01-01T00:00:00Z"));
        instances = driver.createInputTopic(
                Topics.DICOM_INSTANCES.name(),
                Topics.DICOM_INSTANCES.keySerde().serializer(),
                Topics.DICOM_INSTANCES.valueSerde().serializer());
        assembled = output(Topics.SERIES_ASSEMBLED);
        rejected = output(Topics.SERIES_REJECTED);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void the_chain_is_as_it_was_drawn(@TempDir Path state) throws IOException {
        try (var golden = AssembleFlowTest.class.getResourceAsStream("/assemble-flow.txt")) {
            assertThat(AssembleFlow.build(new StreamsConfig(properties(state)), CONFIG)
                            .describe()
                            .toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_series_is_complete_when_it_has_been_quiet_for_the_quiet_period() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 2, 5));
        driver.advanceWallClockTime(Duration.ofSeconds(50));
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        driver.advanceWallClockTime(Duration.ofSeconds(50));
        assertThat(assembled.isEmpty()).isTrue();
        // When
        driver.advanceWallClockTime(Duration.ofSeconds(20));
        // Then
        var series = assembled.readRecord();
        assertThat(series.key()).isEqualTo("1.2.4");
        assertThat(Traces.in(series.headers())).isEqualTo("hash-of-study");
        assertThat(series.value()).satisfies(told -> {
            assertThat(told.getRevision()).isEqualTo(1);
            assertThat(told.getModality()).isEqualTo("MR");
            assertThat(told.getFrameOfReferenceUid()).isEqualTo("1.2.3.99");
            assertThat(told.getInstancesList())
                    .extracting(SeriesInstance::getSopInstanceUid)
                    .containsExactly("1.2.4.1", "1.2.4.2");
            assertThat(told.getInstances(1).getPlane().getPosition().getZ()).isEqualTo(5);
            assertThat(told.getInstances(1).getLog().getFirstOffset()).isZero();
            assertThat(told.getInstances(1).getHasPixels()).isTrue();
        });
        assertThat(assembled.isEmpty()).isTrue();
    }

    @Test
    void an_instance_says_its_modality_and_coordinates_where_they_are_not_the_series() {
        // Given
        var other = Instances.slice("1.2.3", "1.2.4", 2, 5).toBuilder()
                .set(Tags.MODALITY, "CT")
                .set(Tags.FRAME_OF_REFERENCE_UID, "1.2.3.98")
                .build();
        // When
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        send(other);
        quiet();
        // Then
        assertThat(assembled.readValue().getInstancesList())
                .extracting(SeriesInstance::getKind)
                .containsExactly(
                        InstanceKind.getDefaultInstance(),
                        InstanceKind.newBuilder()
                                .setModality("CT")
                                .setFrameOfReferenceUid("1.2.3.98")
                                .build());
    }

    @Test
    void a_later_instance_makes_a_new_revision_with_all_instances() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // When
        send(Instances.slice("1.2.3", "1.2.4", 2, 5));
        quiet();
        // Then
        assertThat(assembled.readValue().getRevision()).isEqualTo(1);
        var second = assembled.readValue();
        assertThat(second.getRevision()).isEqualTo(2);
        assertThat(second.getInstanceCount()).isEqualTo(2);
    }

    @Test
    void the_same_instance_twice_changes_nothing() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        assembled.readValue();
        // When
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // Then
        assertThat(assembled.isEmpty()).isTrue();
        assertThat(rejected.isEmpty()).isTrue();
    }

    @Test
    void the_same_uid_with_other_bytes_is_a_conflict_and_the_first_stays() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        // When
        send(Instances.slice("1.2.3", "1.2.4", 1, 7));
        quiet();
        // Then
        var rejection = rejected.readValue();
        assertThat(rejection.getReasonsList()).extracting(Reason::getCode).containsExactly("CONFLICT");
        assertThat(rejection.getLog(0).getFirstOffset()).isEqualTo(1);
        assertThat(assembled
                        .readValue()
                        .getInstances(0)
                        .getPlane()
                        .getPosition()
                        .getZ())
                .isZero();
    }

    @Test
    void the_same_instance_in_another_series_of_the_study_is_refused_and_the_first_stays() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        // When
        instances.pipeInput("1.2.3", moved("1.2.3", "1.2.9"));
        quiet();
        // Then
        assertThat(rejected.readValue()).satisfies(rejection -> {
            assertThat(rejection.getReasonsList())
                    .extracting(Reason::getCode)
                    .containsExactly("INSTANCE_IN_TWO_SERIES");
            assertThat(rejection.getSeriesInstanceUid()).isEqualTo("1.2.9");
        });
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getSeriesInstanceUid)
                .containsExactly("1.2.4");
    }

    @Test
    void the_same_series_in_another_study_is_refused_and_the_first_stays() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // When
        instances.pipeInput("1.2.8", moved("1.2.8", "1.2.4"));
        quiet();
        // Then
        assertThat(rejected.readValuesToList()).singleElement().satisfies(rejection -> {
            assertThat(rejection.getReasonsList())
                    .extracting(Reason::getCode)
                    .containsExactly("SERIES_IN_TWO_STUDIES", "INSTANCE_IN_TWO_STUDIES");
            assertThat(rejection.getStudyInstanceUid()).isEqualTo("1.2.8");
            assertThat(rejection.getLog(0).getFirstOffset()).isEqualTo(1);
        });
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getStudyInstanceUid)
                .containsExactly("1.2.3");
    }

    @Test
    void a_series_with_an_instance_of_another_study_is_refused_and_the_first_stays() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // When
        instances.pipeInput("1.2.8", moved("1.2.8", "1.2.9"));
        quiet();
        // Then
        assertThat(rejected.readValuesToList()).singleElement().satisfies(rejection -> {
            assertThat(rejection.getReasons(0).getCode()).isEqualTo("INSTANCE_IN_TWO_STUDIES");
            assertThat(rejection.getReasons(0).getSentence())
                    .isEqualTo("The SOP Instance UIDs of 1 of 1 instances are part of another study; there they stay.");
            assertThat(rejection.getSeriesInstanceUid()).isEqualTo("1.2.9");
            assertThat(rejection.getLog(0).getFirstOffset()).isEqualTo(1);
        });
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getStudyInstanceUid)
                .containsExactly("1.2.3");
    }

    @Test
    void what_was_refused_for_another_study_is_taken_when_it_is_sent_again_and_that_study_is_forgotten() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        driver.advanceWallClockTime(Duration.ofDays(10));
        instances.pipeInput("1.2.8", moved("1.2.8", "1.2.4"));
        quiet();
        assertThat(rejected.readValuesToList()).hasSize(1);
        driver.advanceWallClockTime(Duration.ofDays(21));
        // When
        instances.pipeInput(
                "1.2.8", moved("1.2.8", "1.2.4").toBuilder().setAgain(true).build());
        quiet();
        // Then
        assertThat(rejected.isEmpty()).isTrue();
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getStudyInstanceUid)
                .containsExactly("1.2.3", "1.2.8");
    }

    @Test
    void an_instance_that_is_sent_again_makes_a_new_revision_though_nothing_is_new() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        var bytes = encode(Instances.slice("1.2.3", "1.2.4", 1, 0));
        // When
        instances.pipeInput(
                "1.2.3",
                chunk("again", bytes, 0).setSeal(seal(bytes, 1)).setAgain(true).build());
        quiet();
        // Then
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getRevision)
                .containsExactly(1, 2);
    }

    @Test
    void a_transfer_without_its_last_chunk_never_happened() {
        // Given
        var bytes = encode(Instances.slice("1.2.3", "1.2.4", 1, 0));
        // When
        sendChunk("broken", 0, bytes.substring(0, 250), ByteString.EMPTY);
        quiet();
        // Then
        assertThat(assembled.isEmpty()).isTrue();
    }

    @Test
    void chunks_of_two_transfers_that_run_into_each_other_make_two_instances() {
        // Given
        var one = encode(Instances.slice("1.2.3", "1.2.4", 1, 0));
        // When
        sendChunk("one", 0, one.substring(0, 250), ByteString.EMPTY);
        send(Instances.slice("1.2.3", "1.2.4", 2, 5));
        sendChunk("one", 1, one.substring(250), one);
        quiet();
        // Then
        var instance = assembled.readValue().getInstances(0);
        assertThat(instance.getSopInstanceUid()).isEqualTo("1.2.4.1");
        assertThat(instance.getLog().getFirstOffset()).isZero();
        assertThat(instance.getLog().getLastOffset()).isEqualTo(2);
        assertThat(instance.getLog().getSha256()).isEqualTo(Sha256.of(one));
    }

    @Test
    void an_instance_whose_header_cannot_be_read_is_rejected_and_the_others_go_on() {
        // Given
        var broken = Instances.header("1.2.3", "1.2.4", 1)
                .bytes(Tags.IMAGE_POSITION_PATIENT, Vr.DS, "here\\there\\now ".getBytes(StandardCharsets.US_ASCII))
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0)
                .set(Tags.PIXEL_SPACING, 1.0, 1.0)
                .build();
        // When
        send(broken);
        send(Instances.slice("1.2.3", "1.2.4", 2, 5));
        quiet();
        // Then
        assertThat(rejected.readValue().getReasons(0)).satisfies(reason -> {
            assertThat(reason.getCode()).isEqualTo("BAD_VALUE");
            assertThat(reason.getSentence()).doesNotContain("here");
        });
        assertThat(assembled.readValue().getInstanceCount()).isEqualTo(1);
    }

    @Test
    void two_sites_with_the_same_series_do_not_meet() {
        // Given
        var slice = Instances.slice("1.2.3", "1.2.4", 1, 0);
        // When
        send(slice);
        instances.pipeInput(
                "1.2.3",
                chunk("other", encode(slice), 0)
                        .setSite("south")
                        .setSeal(seal(encode(slice), 1))
                        .build());
        quiet();
        // Then
        assertThat(assembled.readValuesToList())
                .extracting(SeriesAssembled::getSite)
                .containsExactlyInAnyOrder("north", "south");
    }

    @Test
    void a_long_series_is_told_in_parts() {
        // Given
        for (int number = 1; number <= 4001; number++) {
            send(Instances.slice("1.2.3", "1.2.4", number, number));
        }
        // When
        quiet();
        // Then
        var parts = assembled.readValuesToList();
        assertThat(parts)
                .hasSizeGreaterThan(1)
                .extracting(SeriesAssembled::getPart)
                .isSorted();
        assertThat(parts.stream().mapToInt(SeriesAssembled::getInstancesCount).sum())
                .isEqualTo(4001);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.getInstanceCount()).isEqualTo(4001);
            assertThat(part.getParts()).isEqualTo(parts.size());
            assertThat(part.getSerializedSize()).isLessThan(Topics.PAYLOAD_BYTES);
        });
    }

    @Test
    void a_series_is_forgotten_when_its_bytes_have_left_the_log() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // When
        driver.advanceWallClockTime(Duration.ofDays(31));
        // Then
        assertThat(driver.<String, Object>getKeyValueStore("series").all().hasNext())
                .isFalse();
        assertThat(driver.<String, Object>getKeyValueStore("series-instances")
                        .all()
                        .hasNext())
                .isFalse();
        assertThat(driver.<String, Object>getKeyValueStore("instance-series")
                        .all()
                        .hasNext())
                .isFalse();
        assertThat(driver.<String, Object>getKeyValueStore("series-studies")
                        .all()
                        .hasNext())
                .isFalse();
    }

    @Test
    void an_instance_is_forgotten_when_its_bytes_have_left_the_log_and_not_while_it_comes_again() {
        // Given
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        send(Instances.slice("1.2.3", "1.2.4", 2, 5));
        quiet();
        driver.advanceWallClockTime(Duration.ofDays(20));
        send(Instances.slice("1.2.3", "1.2.4", 3, 10));
        quiet();
        // When
        driver.advanceWallClockTime(Duration.ofDays(12));
        assertThat(count("instance-hours")).isEqualTo(3);
        assertThat(count("instance-studies")).isEqualTo(3);
        driver.advanceWallClockTime(Duration.ofDays(20));
        // Then
        assertThat(count("instance-hours")).isZero();
        assertThat(count("instance-studies")).isZero();
    }

    private int count(String store) {
        int count = 0;
        try (var all = driver.<String, Object>getKeyValueStore(store).all()) {
            for (; all.hasNext(); all.next()) {
                count++;
            }
        }
        return count;
    }

    @Test
    void nothing_of_a_series_waits_when_it_has_been_told() {
        // When
        send(Instances.slice("1.2.3", "1.2.4", 1, 0));
        quiet();
        // Then
        assertThat(assembled.readValuesToList()).hasSize(1);
        assertThat(driver.<String, Object>getKeyValueStore("series-claims")
                        .all()
                        .hasNext())
                .isFalse();
        assertThat(driver.<String, Object>getKeyValueStore("claimed-parts")
                        .all()
                        .hasNext())
                .isFalse();
    }

    private void quiet() {
        driver.advanceWallClockTime(Duration.ofSeconds(70));
    }

    private void send(DataSet instance) {
        var bytes = encode(instance);
        sendChunk(instance.require(Tags.SOP_INSTANCE_UID).string(), 0, bytes, bytes);
    }

    /** Sends a chunk; with the whole instance, if it is not empty, as what is sealed. */
    private void sendChunk(String transfer, int number, ByteString data, ByteString whole) {
        var chunk = chunk(transfer, data, number);
        if (!whole.isEmpty()) {
            chunk.setSeal(seal(whole, number + 1));
        }
        if (transfer.startsWith("1.2.4.")) {
            chunk.setSopInstanceUid(transfer);
        }
        instances.pipeInput(new TestRecord<>("1.2.3", chunk.build(), Traces.of("hash-of-study")));
    }

    /** The instance 1.2.4.1 as part of something else. */
    private static InstanceChunk moved(String study, String series) {
        var bytes = encode(Instances.header(study, series, 1)
                .set(Tags.SOP_INSTANCE_UID, "1.2.4.1")
                .build());
        return chunk("moved", bytes, 0)
                .setStudyInstanceUid(study)
                .setSeriesInstanceUid(series)
                .setSeal(seal(bytes, 1))
                .build();
    }

    private static InstanceChunk.Builder chunk(String transfer, ByteString data, int number) {
        return InstanceChunk.newBuilder()
                .setSite("north")
                .setTransferId(transfer)
                .setStudyInstanceUid("1.2.3")
                .setSeriesInstanceUid("1.2.4")
                .setSopInstanceUid("1.2.4.1")
                .setTransferSyntaxUid(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .setChunk(number)
                .setData(data);
    }

    private static InstanceSeal seal(ByteString whole, int chunks) {
        return InstanceSeal.newBuilder()
                .setChunks(chunks)
                .setBytes(whole.size())
                .setSha256(Sha256.of(whole))
                .build();
    }

    private static ByteString encode(DataSet instance) {
        return ByteString.copyFrom(DataSetWriter.write(instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
    }

    private static Properties properties(Path state) {
        return new StreamsSettings(state, 1, 1).properties(KafkaConnection.to("unused:1"), "test");
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
