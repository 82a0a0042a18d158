package dev.auricle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.assemble.SeriesParts;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.StreamsSettings;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.DrawnEllipse;
import dev.auricle.schemas.record.DrawnShape;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.LabelSource;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.record.Strength;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.Traces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
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

/** Both halves of the gateway, one after the other; the driver has no log, so what was piped in is read back from lists. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PrepareFlowTest {
    private static final Duration WAIT = Duration.ofSeconds(80);

    private final IngestConfig config =
            Configuration.parse("{}", "test", Map.of()).as(IngestConfig.class);
    private final Map<String, Deidentify> sites =
            Map.of("north", new Deidentify(new KeyedHash(new Secret("north-north-north")), config.deidentify()));
    private final Plan plan =
            plan("rows: 16, columns: 16", "quality: {labelVolumes: [{name: Left atrium, least: 0.1, most: 1}]}");
    private final TestStudy study = new TestStudy("1.2.3");
    private final List<ReceivedInstance> instances = new ArrayList<>();
    private final List<SeriesAssembled> assembled = new ArrayList<>();

    private final TopologyTestDriver assembling;
    private final TopologyTestDriver preparing;
    private final TestInputTopic<String, InstanceChunk> received;
    private final TestOutputTopic<String, SeriesAssembled> fromAssembling;
    private final TestInputTopic<String, SeriesAssembled> toPreparing;
    private final TestOutputTopic<String, Sample> samples;
    private final TestOutputTopic<String, PreparedSlices> slices;
    private final TestOutputTopic<String, SeriesRejected> rejected;

    PrepareFlowTest(@TempDir Path state) {
        var one = properties(state.resolve("one"));
        assembling = new TopologyTestDriver(AssembleFlow.build(new StreamsConfig(one), config.assemble()), one);
        var two = properties(state.resolve("two"));
        preparing = new TopologyTestDriver(flow().build(new StreamsConfig(two)), two);
        received = input(assembling, Topics.DICOM_INSTANCES);
        fromAssembling = output(assembling, Topics.SERIES_ASSEMBLED);
        toPreparing = input(preparing, Topics.SERIES_ASSEMBLED);
        samples = output(preparing, Topics.SAMPLES);
        slices = output(preparing, Topics.STUDIES_PREPARED);
        rejected = output(preparing, Topics.SERIES_REJECTED);
    }

    @AfterEach
    void close() {
        assembling.close();
        preparing.close();
    }

    @Test
    void the_chain_is_as_it_was_drawn(@TempDir Path state) throws IOException {
        try (var golden = PrepareFlowTest.class.getResourceAsStream("/prepare-flow.txt")) {
            assertThat(flow().build(new StreamsConfig(properties(state)))
                            .describe()
                            .toString())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void annotated_images_become_one_sample_a_slice_whose_label_is_the_block() {
        // When
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // Then
        var made = samples.readValuesToList();
        assertThat(made).extracting(Sample::getSlice).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(labels(made)).isEqualTo(ByteString.copyFrom(TestStudy.block().labels()));
        assertThat(made).allSatisfy(sample -> {
            assertThat(sample.getSite()).isEqualTo("north");
            assertThat(sample.getRevision()).isEqualTo(1);
            assertThat(sample.getStrength()).isEqualTo(Strength.STRONG);
            assertThat(sample.getImage().size()).isEqualTo(1024);
            assertThat(sample.getPreprocessingSha256()).isEqualTo(plan.preprocessingSha256());
            assertThat(sample.getProvenance().getAnnotationModality()).isEqualTo("SEG");
            assertThat(sample.getProvenance().getAnnotationsList())
                    .extracting(LogRef::getFirstOffset)
                    .containsExactly(1L);
        });
        assertThat(made).extracting(Sample::getSampleId).doesNotHaveDuplicates();
        assertThat(slices.isEmpty()).isTrue();
        assertThat(rejected.isEmpty()).isTrue();
    }

    @Test
    void no_sample_says_whose_it_is() {
        // When
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // Then
        assertThat(samples.readValuesToList())
                .allSatisfy(sample -> assertThat(sample.toBuilder()
                                .clearImage()
                                .clearLabel()
                                .build()
                                .toString())
                        .doesNotContain("patient of")
                        .doesNotContain("1.2.3.1")
                        .doesNotContain("1.2.3.2"));
    }

    @Test
    void outlines_are_matched_by_frame_of_reference_and_geometry_though_their_references_lead_nowhere() {
        // When
        send(List.of(study.structures("la wall", "1.2.3.3", study.frameOfReference())));
        send(List.of(study.structures("LA", "1.2.3.2", study.frameOfReference())));
        send(study.images());
        // Then
        assertThat(labels(samples.readValuesToList()))
                .isEqualTo(ByteString.copyFrom(TestStudy.block().labels()));
    }

    @Test
    void images_that_nobody_annotates_within_the_wait_go_to_inference() {
        // Given
        send(study.images());
        assertThat(slices.isEmpty()).isTrue();
        // When
        preparing.advanceWallClockTime(WAIT);
        // Then
        var record = slices.readRecord();
        assertThat(record.key()).isEqualTo("1.2.3");
        assertThat(Traces.in(record.headers())).isEqualTo("hash-of-study");
        assertThat(record.value().getImage().size()).isEqualTo(6 * 1024);
        assertThat(record.value().getVolume()).satisfies(volume -> {
            assertThat(volume.getSource().getSlices()).isEqualTo(6);
            assertThat(volume.getSource().getOrigin().getX()).isEqualTo(-8);
            assertThat(volume.getPrepared().getSliceSpacing()).isEqualTo(2);
            assertThat(volume.getAssembled().getTopic()).isEqualTo("series.assembled");
        });
        assertThat(samples.isEmpty()).isTrue();
        assertThat(slices.isEmpty()).isTrue();
    }

    @Test
    void an_annotation_that_comes_after_the_wait_makes_samples_still() {
        // Given
        send(study.images());
        preparing.advanceWallClockTime(WAIT);
        // When
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // Then
        assertThat(samples.readValuesToList()).hasSize(6);
    }

    @Test
    void a_second_annotation_makes_a_new_revision_of_the_samples() {
        // Given
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        assertThat(samples.readValuesToList()).extracting(Sample::getRevision).containsOnly(1);
        // When
        send(List.of(study.structures("LA", "1.2.3.3", study.frameOfReference())));
        // Then
        var second = samples.readValuesToList();
        assertThat(second).hasSize(6).extracting(Sample::getRevision).containsOnly(2);
        assertThat(second.get(0).getProvenance().getAnnotationModality()).isEqualTo("RTSTRUCT");
    }

    @Test
    void images_that_may_have_text_burned_in_are_refused_and_others_go_on() {
        // Given
        send(study.images().stream()
                .map(image ->
                        image.toBuilder().set(Tags.BURNED_IN_ANNOTATION, "YES").build())
                .toList());
        // When
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // Then
        assertThat(codes()).containsExactly("BURNED_IN");
        assertThat(samples.isEmpty()).isTrue();
    }

    @Test
    void an_annotation_of_another_frame_of_reference_is_refused_after_the_wait() {
        // Given
        send(study.images());
        send(List.of(study.structures("LA", "1.2.3.2", "9.9.9")));
        // When
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("NO_MATCHING_SERIES");
        assertThat(slices.getQueueSize()).isEqualTo(1);
    }

    @Test
    void an_outline_of_a_report_makes_a_weak_sample_of_its_slice_and_says_by_pseudonym_who_drew_it() {
        // Given
        var outlines = new TestOutlines(study, "1.2.3.5");
        // When
        send(study.images());
        send(List.of(
                outlines.report(TestOutlines.group(TestOutlines.ATRIUM, outlines.region(3, "CIRCLE", 8, 8, 12, 8)))));
        // Then
        assertThat(samples.readValuesToList()).singleElement().satisfies(sample -> {
            assertThat(sample.getSlice()).isEqualTo(3);
            assertThat(sample.getSlices()).isEqualTo(6);
            assertThat(sample.getStrength()).isEqualTo(Strength.WEAK);
            assertThat(sample.getProvenance().getAnnotationModality()).isEqualTo("SR");
            assertThat(sample.getSourcesList())
                    .containsExactly(LabelSource.newBuilder()
                            .setClassNumber(1)
                            .setStrength(Strength.WEAK)
                            .setShape(LabelSource.Shape.CIRCLE)
                            .setAnnotator(new KeyedHash(new Secret("north-north-north")).hex("annotator", "DOE^JANE"))
                            .addShapes(DrawnShape.newBuilder()
                                    .setEllipse(DrawnEllipse.newBuilder()
                                            .setColumn(7.5)
                                            .setRow(7.5)
                                            .setFirstColumns(4)
                                            .setSecondRows(4)))
                            .build());
            assertThat(sample.toString()).doesNotContainIgnoringCase("jane");
        });
        assertThat(rejected.isEmpty()).isTrue();
    }

    @Test
    void an_outline_on_a_frame_makes_a_sample_of_the_slice_that_the_frame_is() {
        // Given
        var outlines = new TestOutlines(study, "1.2.3.5");
        var region = outlines.regionOfFrame(1, "CIRCLE", 8, 8, 12, 8);
        // When
        send(List.of(study.enhanced()));
        send(List.of(outlines.report(TestOutlines.group(TestOutlines.ATRIUM, region))));
        // Then
        assertThat(samples.readValuesToList()).extracting(Sample::getSlice).containsExactly(1);
    }

    @Test
    void outlines_on_single_slices_make_samples_of_these_and_stay_where_a_later_segmentation_has_nothing() {
        // Given
        var first = new TestOutlines(study, "1.2.3.5");
        var second = new TestOutlines(study, "1.2.3.6");
        // When
        send(List.of(first.state(1, "LA", "CIRCLE", 8, 8, 12, 8)));
        send(List.of(second.state(4, "LA", "CIRCLE", 8, 8, 12, 8)));
        send(study.images());
        // Then
        assertThat(samples.readValuesToList())
                .extracting(Sample::getSlice, Sample::getStrength)
                .containsExactly(tuple(1, Strength.WEAK), tuple(4, Strength.WEAK));
        // When
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // Then
        assertThat(samples.readValuesToList())
                .extracting(Sample::getRevision, Sample::getSlice, Sample::getStrength)
                .containsExactly(
                        tuple(2, 0, Strength.STRONG),
                        tuple(2, 1, Strength.WEAK),
                        tuple(2, 2, Strength.STRONG),
                        tuple(2, 3, Strength.STRONG),
                        tuple(2, 4, Strength.WEAK),
                        tuple(2, 5, Strength.STRONG));
    }

    @Test
    void a_report_that_outlines_nothing_is_refused_without_alarm_and_its_images_go_on() {
        // Given
        var outlines = new TestOutlines(study, "1.2.3.5");
        // When
        send(study.images());
        send(List.of(outlines.report(TestOutlines.group(TestOutlines.ATRIUM))));
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("NO_REGIONS");
        assertThat(slices.getQueueSize()).isEqualTo(1);
    }

    @Test
    void an_annotation_that_cannot_be_read_is_refused_at_once() {
        // When
        send(List.of(study.segmentation("anything", "1.2.3.2").without(Tags.SEGMENTATION_TYPE)));
        // Then
        assertThat(codes()).containsExactly("UNREADABLE_ANNOTATION");
    }

    @Test
    void what_auricle_segmented_itself_and_the_pacs_sent_back_is_refused_and_never_learned_from() {
        // Given
        var seg = study.segmentation("Left atrium", "1.2.3.2");
        var own = seg.requireItem(Tags.SEGMENT_SEQUENCE).toBuilder()
                .set(Tags.SEGMENT_ALGORITHM_TYPE, "AUTOMATIC")
                .set(Tags.SEGMENT_ALGORITHM_NAME, "Auricle atrium.3")
                .build();
        // When
        send(study.images());
        send(List.of(seg.toBuilder().items(Tags.SEGMENT_SEQUENCE, own).build()));
        send(study.images());
        // Then
        assertThat(codes()).containsExactly("OWN_RESULT");
        assertThat(samples.isEmpty()).isTrue();
    }

    @Test
    void series_that_are_no_stack_are_refused_and_others_go_on() {
        // Given
        var other = new TestStudy("1.2.4");
        // When
        send(study.images().subList(0, 1));
        send(other.images());
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("TOO_FEW_SLICES");
        assertThat(slices.readValue().getStudyInstanceUid()).isEqualTo("1.2.4");
    }

    @Test
    void pixels_that_are_not_all_there_are_refused() {
        // Given
        var short1 = study.image(3).toBuilder()
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[10])
                .build();
        // When
        send(List.of(study.image(0), study.image(1), study.image(2), short1));
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("UNREADABLE_PIXELS");
    }

    @Test
    void an_annotation_in_which_nothing_is_drawn_is_refused_and_the_images_go_to_inference() {
        // Given
        send(study.images());
        // When
        send(List.of(study.emptySegmentation("1.2.3.2")));
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(rejected.readValuesToList()).singleElement().satisfies(rejection -> {
            assertThat(rejection.getReasons(0).getCode()).isEqualTo("EMPTY_LABEL");
            assertThat(rejection.getSeriesInstanceUid()).isEqualTo("1.2.3.2");
            assertThat(rejection.getAssembled().getFirstOffset()).isEqualTo(1);
        });
        assertThat(slices.getQueueSize()).isEqualTo(1);
        assertThat(samples.isEmpty()).isTrue();
    }

    @Test
    void an_annotation_that_draws_less_than_the_plan_expects_is_refused_and_a_whole_one_is_taken() {
        // Given
        send(study.images());
        // When
        send(List.of(study.structures("LA", "1.2.3.2", study.frameOfReference(), 2)));
        send(List.of(study.structures("LA", "1.2.3.3", study.frameOfReference(), 2, 3)));
        // Then
        assertThat(rejected.readValuesToList())
                .flatExtracting(SeriesRejected::getReasonsList)
                .extracting(Reason::getSentence)
                .containsExactly("Of Left atrium 0.1 mL are drawn; the plan takes 0.1 to 1.0 mL.");
        assertThat(samples.readValuesToList()).extracting(Sample::getRevision).containsOnly(1);
    }

    @Test
    void images_that_are_turned_over_against_others_of_the_study_are_refused() {
        // Given
        send(study.images());
        // When
        send(study.images().stream()
                .map(image -> image.toBuilder()
                        .set(Tags.SERIES_INSTANCE_UID, "1.2.3.9")
                        .set(
                                Tags.SOP_INSTANCE_UID,
                                image.require(Tags.SOP_INSTANCE_UID).string() + ".9")
                        .set(Tags.IMAGE_ORIENTATION_PATIENT, -1.0, 0, 0, 0, 1, 0)
                        .build())
                .toList());
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("FLIPPED_IN_STUDY");
        assertThat(slices.readValuesToList())
                .extracting(PreparedSlices::getSeriesInstanceUid)
                .containsExactly("1.2.3.1");
    }

    @Test
    void images_that_say_nothing_lack_something_or_come_from_the_future_are_refused_each_for_its_reason() {
        // Given
        var dark = new TestStudy("1.2.4");
        var future = new TestStudy("1.2.5");
        var lacking = new TestStudy("1.2.6");
        // When
        send(with(dark, image -> image.bytes(Tags.PIXEL_DATA, Vr.OW, new byte[512])));
        send(with(future, image -> image.set(Tags.STUDY_DATE, "20260103")));
        send(with(lacking, image -> image.set(Tags.PHOTOMETRIC_INTERPRETATION, "")));
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(rejected.readValuesToList())
                .flatExtracting(SeriesRejected::getReasonsList)
                .extracting(Reason::getSentence)
                .containsExactlyInAnyOrder(
                        "All pixels of the series are alike.",
                        "StudyDate lies in the future.",
                        "An image lacks PhotometricInterpretation.");
        assertThat(slices.isEmpty()).isTrue();
    }

    @Test
    void a_label_that_the_plan_crops_away_is_refused(@TempDir Path state) {
        // Given: of 16 × 16 pixels, whose middle the block is near, the plan takes 4 × 4
        var narrow = plan("rows: 4, columns: 4", "quality: {mostLabelOutside: 0.5}");
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // When
        var refused = refused(state, flow(config, narrow, sites));
        // Then
        assertThat(refused).containsExactly("LABEL_OUTSIDE_IMAGE");
    }

    @Test
    void images_of_more_voxels_than_memory_is_for_are_refused_before_their_pixels_are_read(@TempDir Path state) {
        // Given
        var small = Configuration.parse("prepare: {mostMegavoxels: 1}", "test", Map.of())
                .as(IngestConfig.class);
        send(with(study, image -> image.set(Tags.ROWS, 1000).set(Tags.COLUMNS, 1000)));
        // When
        var refused = refused(state, flow(small, plan, sites));
        // Then
        assertThat(refused).containsExactly("TOO_LARGE");
    }

    @Test
    void what_is_of_a_site_that_the_gateway_does_not_know_is_not_learned_from(@TempDir Path state) {
        // Given
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        // When
        var refused = refused(state, flow(config, plan, Map.of()));
        // Then
        assertThat(refused).containsExactly("UNKNOWN_SITE");
    }

    /** What another gateway refuses of what was assembled. */
    private List<String> refused(Path state, PrepareFlow flow) {
        var settings = properties(state);
        try (var driver = new TopologyTestDriver(flow.build(new StreamsConfig(settings)), settings)) {
            var input = input(driver, Topics.SERIES_ASSEMBLED);
            assembled.forEach(part -> input.pipeInput(part.getSeriesInstanceUid(), part));
            driver.advanceWallClockTime(WAIT);
            return output(driver, Topics.SERIES_REJECTED).readValuesToList().stream()
                    .flatMap(rejection -> rejection.getReasonsList().stream())
                    .map(Reason::getCode)
                    .toList();
        }
    }

    @Test
    void an_image_of_several_frames_makes_the_samples_that_the_same_slices_make_one_by_one() {
        // Given
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        var single = samples.readValuesToList();
        // When
        var other = new TestStudy("1.2.5");
        send(List.of(other.enhanced()));
        send(List.of(other.segmentation("anything", "1.2.5.2")));
        // Then
        var made = samples.readValuesToList();
        assertThat(made).hasSize(TestStudy.SLICES);
        assertThat(made).extracting(Sample::getImage).isEqualTo(images(single));
        assertThat(labels(made)).isEqualTo(labels(single));
    }

    @Test
    void compressed_images_make_the_samples_that_plain_ones_make() {
        // Given
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        var plain = samples.readValuesToList();
        // When
        var other = new TestStudy("1.2.5");
        send(other.compressed(), TransferSyntax.RLE_LOSSLESS);
        send(List.of(other.segmentation("anything", "1.2.5.2")));
        // Then
        assertThat(samples.readValuesToList()).extracting(Sample::getImage).isEqualTo(images(plain));
    }

    @Test
    void pixels_that_cannot_be_decoded_are_refused() {
        // Given: what is said to be JPEG is RLE
        send(study.compressed(), TransferSyntax.JPEG_BASELINE);
        // When
        preparing.advanceWallClockTime(WAIT);
        // Then
        assertThat(codes()).containsExactly("UNREADABLE_PIXELS");
    }

    private static List<ByteString> images(List<Sample> samples) {
        return samples.stream().map(Sample::getImage).toList();
    }

    private static List<DataSet> with(TestStudy study, UnaryOperator<DataSetBuilder> change) {
        return study.images().stream()
                .map(image -> change.apply(image.toBuilder()).build())
                .toList();
    }

    @Test
    void the_same_log_makes_the_same_samples(@TempDir Path state) {
        // Given
        send(study.images());
        send(List.of(study.segmentation("anything", "1.2.3.2")));
        var once = samples.readValuesToList();
        // When
        var replayed = new ArrayList<Sample>();
        var properties = properties(state);
        try (var replay = new TopologyTestDriver(flow().buildReplay(new StreamsConfig(properties)), properties)) {
            var again = input(replay, Topics.SERIES_ASSEMBLED);
            assembled.forEach(part -> again.pipeInput(part.getSeriesInstanceUid(), part));
            replayed.addAll(output(replay, Topics.SAMPLES).readValuesToList());
        }
        // Then
        assertThat(replayed).isEqualTo(once);
    }

    private List<String> codes() {
        return rejected.readValuesToList().stream()
                .map(rejection -> rejection.getReasons(0).getCode())
                .toList();
    }

    private static ByteString labels(List<Sample> samples) {
        return ByteString.copyFrom(samples.stream().map(Sample::getLabel).toList());
    }

    /** Sends a series through the first half, and what it makes of it to the second. */
    private void send(List<DataSet> series) {
        send(series, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private void send(List<DataSet> series, TransferSyntax syntax) {
        for (var instance : series) {
            var bytes =
                    ByteString.copyFrom(DataSetWriter.write(instance, syntax).toArray());
            instances.add(new ReceivedInstance(
                    instance.require(Tags.SOP_CLASS_UID).string(),
                    instance.require(Tags.SOP_INSTANCE_UID).string(),
                    syntax.uid(),
                    bytes));
            received.pipeInput(
                    new TestRecord<>(study.uid(), chunk(instance, syntax, bytes), Traces.of("hash-of-study")));
        }
        assembling.advanceWallClockTime(Duration.ofSeconds(70));
        for (var record : fromAssembling.readRecordsToList()) {
            assembled.add(record.value());
            toPreparing.pipeInput(record);
        }
    }

    private static InstanceChunk chunk(DataSet instance, TransferSyntax syntax, ByteString bytes) {
        return InstanceChunk.newBuilder()
                .setSite("north")
                .setTransferId(instance.require(Tags.SOP_INSTANCE_UID).string())
                .setStudyInstanceUid(instance.require(Tags.STUDY_INSTANCE_UID).string())
                .setSeriesInstanceUid(instance.require(Tags.SERIES_INSTANCE_UID).string())
                .setSopInstanceUid(instance.require(Tags.SOP_INSTANCE_UID).string())
                .setSopClassUid(instance.require(Tags.SOP_CLASS_UID).string())
                .setTransferSyntaxUid(syntax.uid())
                .setData(bytes)
                .setSeal(InstanceSeal.newBuilder()
                        .setChunks(1)
                        .setBytes(bytes.size())
                        .setSha256(Sha256.of(bytes)))
                .build();
    }

    private PrepareFlow flow() {
        return flow(config, plan, sites);
    }

    private PrepareFlow flow(IngestConfig config, Plan plan, Map<String, Deidentify> sites) {
        var clock = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
        return new PrepareFlow(config, plan, sites, () -> new LogInLists(), clock);
    }

    private static Plan plan(String grid, String quality) {
        return Configuration.parse("""
                        federation: atrium
                        sites: [south, north]
                        preprocessing:
                          {modalities: [MR], %s, rowSpacing: 1, columnSpacing: 1, sliceSpacing: 2, centre: image}
                        classes:
                          - name: Left atrium
                            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                            labels: [LA]
                        %s
                        network: {baseChannels: 4, depth: 2}
                        """.formatted(grid, quality), "plan.yaml", Map.of())
                .as(Plan.class);
    }

    /** What was piped in, read back by its place. */
    private final class LogInLists implements SiteLog {
        @Override
        public Series series(LogRef place) {
            int offset = (int) place.getFirstOffset();
            return SeriesParts.join(
                    List.of(assembled.get(offset)),
                    LogRefs.of("series.assembled", 0, offset, offset, ByteString.EMPTY));
        }

        @Override
        public ReceivedInstance instance(LogRef place) {
            return instances.get((int) place.getFirstOffset());
        }

        @Override
        public void close() {}
    }

    private static Properties properties(Path state) {
        return new StreamsSettings(state, 1, 1).properties(KafkaConnection.to("unused:1"), "test");
    }

    private static <K, V> TestInputTopic<K, V> input(TopologyTestDriver driver, Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private static <K, V> TestOutputTopic<K, V> output(TopologyTestDriver driver, Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }
}
