package dev.auricle.dicom.conform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationOffer;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.CommitmentReport;
import dev.auricle.dicom.network.CommitmentReports;
import dev.auricle.dicom.network.CommitmentRequest;
import dev.auricle.dicom.network.CommitmentScu;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.InstanceReference;
import dev.auricle.dicom.network.NoSuchContext;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.SubOperations;
import dev.auricle.dicom.network.UnableToAssociate;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import dev.auricle.dicom.query.QueryRoot;
import dev.auricle.dicom.syntax.DataSetWriter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link DicomNetwork} does with the archives of others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ArchiveConformance {
    private static final String MR = SopClass.MR_IMAGE.uid();
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = network(vertx);
    private final ArchiveScu scu = new ArchiveScu(network, AssociationTimeouts.DEFAULT);
    private final GatheringScp gathering = new GatheringScp();
    private final List<Archive> running = new ArrayList<>();
    private final List<SubOperations> progress = new CopyOnWriteArrayList<>();

    private CommitmentReports reports = report -> Future.succeededFuture(DimseStatus.PROCESSING_FAILURE);

    @TempDir
    Path folder = Path.of("");

    /** The network that is to conform. */
    protected abstract DicomNetwork network(Vertx vertx);

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        running.forEach(Archive::close);
        Await.result(vertx.close());
    }

    @ParameterizedTest
    @EnumSource
    void an_archive_is_asked_which_studies_it_has(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20231231", 1), image(2, "20240101", 1), image(3, "20240301", 1));
        // Given
        var query = Query.of(QueryLevel.STUDY)
                .matching(Tags.STUDY_DATE, "20240101-20241231")
                .returning(Tags.STUDY_INSTANCE_UID, Tags.PATIENT_ID);
        // When
        var found = find(archive, query);
        // Then
        assertThat(found)
                .extracting(study -> study.require(Tags.STUDY_INSTANCE_UID).string())
                .containsExactlyInAnyOrder("1.2.2", "1.2.3");
        assertThat(found)
                .allSatisfy(study ->
                        assertThat(study.require(Tags.PATIENT_ID).string()).isEqualTo("P1"));
    }

    @ParameterizedTest
    @EnumSource
    void patients_are_found_in_the_patient_root(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20240101", 1));
        var query = Query.of(QueryLevel.PATIENT)
                .matching(Tags.PATIENT_NAME, "PHAN*")
                .returning(Tags.PATIENT_ID);
        assertThat(find(archive, query))
                .singleElement()
                .satisfies(patient ->
                        assertThat(patient.require(Tags.PATIENT_ID).string()).isEqualTo("P1"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_matches_is_an_answer_too(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20240101", 1));
        assertThat(find(archive, Query.study("1.2.999").returning(Tags.STUDY_DATE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thousands_of_answers_come_one_by_one(Archive.Kind kind) throws Exception {
        int count = 2000;
        var archive = filled(kind, series(count));
        // Given: a sink that is never given two at once, and takes each on another thread
        var waiting = new AtomicInteger();
        var most = new AtomicInteger();
        var taken = new AtomicInteger();
        var query = Query.of(QueryLevel.INSTANCE)
                .matching(Tags.STUDY_INSTANCE_UID, "1.2.1")
                .matching(Tags.SERIES_INSTANCE_UID, "1.2.1.1")
                .returning(Tags.SOP_INSTANCE_UID);
        // When
        var status = Await.result(scu.find(archive.peer(), query, instance -> {
                    most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                    return vertx.executeBlocking(() -> {
                                waiting.decrementAndGet();
                                taken.incrementAndGet();
                                return instance;
                            })
                            .mapEmpty();
                })
                .outcome());
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        assertThat(taken).hasValue(count);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_query_can_be_cancelled(Archive.Kind kind) throws Exception {
        var archive = filled(kind, series(300));
        // Given
        var association = Await.result(network.connect(
                archive.peer(), AssociationOffer.of(QueryRoot.STUDY.find()), AssociationTimeouts.DEFAULT));
        var first = Promise.<DataSet>promise();
        var goOn = Promise.<Void>promise();
        var query = Query.series("1.2.1", "1.2.1.1").returning(Tags.MODALITY);
        var operation = association.find(instances(), instance -> {
            first.tryComplete(instance);
            return goOn.future();
        });
        Await.result(first.future());
        // When
        operation.cancel();
        goOn.complete();
        // Then: an archive that had sent everything before it heard of it is not to blame
        assertThat(Await.result(operation.outcome())).matches(status -> status.isCancelled() || status.isSuccess());
        assertThat(Await.result(association
                        .find(query, instance -> Future.succeededFuture())
                        .outcome()))
                .isEqualTo(DimseStatus.SUCCESS);
        Await.result(association.release());
    }

    @ParameterizedTest
    @EnumSource
    void a_sink_that_fails_fails_its_query_and_nothing_else(Archive.Kind kind) throws Exception {
        var archive = filled(kind, series(20));
        // Given
        var association = Await.result(network.connect(
                archive.peer(), AssociationOffer.of(QueryRoot.STUDY.find()), AssociationTimeouts.DEFAULT));
        var taken = new AtomicInteger();
        // When
        var failure = Await.failure(association
                .find(instances(), instance -> {
                    taken.incrementAndGet();
                    return Future.failedFuture(new IllegalStateException("enough"));
                })
                .outcome());
        // Then
        assertThat(failure).hasMessage("enough");
        assertThat(taken).hasValue(1);
        assertThat(Await.result(association
                        .find(instances(), instance -> Future.succeededFuture())
                        .outcome()))
                .isEqualTo(DimseStatus.SUCCESS);
        Await.result(association.release());
    }

    @ParameterizedTest
    @EnumSource
    void a_series_is_moved_to_us(Archive.Kind kind) throws Exception {
        var images = series(12);
        var archive = filled(kind, images);
        // When
        var moved = Await.result(scu.move(archive.peer(), Query.series("1.2.1", "1.2.1.1"), Archive.OURS, progress::add)
                .outcome());
        // Then
        assertThat(moved.isComplete()).as(moved.toString()).isTrue();
        assertThat(moved.counts().completed()).isEqualTo(12);
        assertThat(progress).isNotEmpty();
        assertThat(received()).containsExactlyInAnyOrderElementsOf(encoded(images));
    }

    @ParameterizedTest
    @EnumSource
    void what_movescu_has_moved_comes_to_us(Archive.Kind kind) throws Exception {
        var movescu = Tool.require("movescu");
        var images = series(12);
        var archive = filled(kind, images);
        // When
        var moved = movescu.run(List.of(
                "-S",
                "-aet",
                Archive.OURS,
                "-aec",
                Archive.TITLE,
                "-aem",
                Archive.OURS,
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=1.2.1",
                "127.0.0.1",
                Integer.toString(archive.peer().port())));
        // Then
        assertThat(moved.exit()).as(moved.output()).isZero();
        assertThat(received()).containsExactlyInAnyOrderElementsOf(encoded(images));
    }

    @ParameterizedTest
    @EnumSource
    void a_destination_nobody_knows_is_refused(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20240101", 1));
        // When
        var moved = Await.result(scu.move(archive.peer(), Query.study("1.2.1"), "NOBODY", progress::add)
                .outcome());
        // Then: Orthanc says C000 where the standard says A801
        assertThat(moved.status().isSuccess()).isFalse();
        assertThat(moved.isComplete()).isFalse();
        assertThat(gathering.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_study_comes_on_the_association_it_was_asked_for_on(Archive.Kind kind) throws Exception {
        var images = series(12);
        var archive = filled(kind, images);
        // When
        var got = Await.result(scu.get(archive.peer(), Query.study("1.2.1"), List.of(MR), gathering, progress::add)
                .outcome());
        // Then
        assertThat(got.isComplete()).as(got.toString()).isTrue();
        assertThat(got.counts().completed()).isEqualTo(12);
        assertThat(received()).containsExactlyInAnyOrderElementsOf(encoded(images));
        assertThat(gathering.received())
                .extracting(received -> received.request().association().callingAe())
                .containsOnly(Archive.TITLE);
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_taken_is_counted(Archive.Kind kind) throws Exception {
        var archive = filled(kind, series(3));
        // When
        var got = Await.result(scu.get(
                        archive.peer(),
                        Query.study("1.2.1"),
                        List.of(SopClass.CT_IMAGE.uid()),
                        gathering,
                        progress::add)
                .outcome());
        // Then
        assertThat(got.isComplete()).isFalse();
        assertThat(gathering.received()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_title_is_told(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20240101", 1));
        var failure =
                Await.failure(scu.find(archive.calling("SOMEBODY"), instances(), instance -> Future.succeededFuture())
                        .outcome());
        assertThat(failure).isInstanceOf(UnableToAssociate.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_accepted_is_not_asked(Archive.Kind kind) throws Exception {
        var archive = filled(kind, image(1, "20240101", 1));
        // Given
        var association = Await.result(network.connect(
                archive.peer(), AssociationOffer.of(SopClass.VERIFICATION.uid()), AssociationTimeouts.DEFAULT));
        // When
        var failure = Await.failure(association
                .find(instances(), instance -> Future.succeededFuture())
                .outcome());
        // Then
        assertThat(failure).isInstanceOf(NoSuchContext.class);
        assertThat(Await.result(association.echo())).isEqualTo(DimseStatus.SUCCESS);
        Await.result(association.release());
    }

    @Test
    void an_archive_commits_itself_to_what_it_has_and_not_to_what_it_has_not() throws Exception {
        // Given: Orthanc, which reports on an association of its own
        var commitment = new CommitmentScu(network, AssociationTimeouts.DEFAULT, () -> "1.2.77");
        reports = commitment;
        var archive = filled(Archive.Kind.ORTHANC, image(1, "20240101", 1));
        var has = new InstanceReference(MR, "1.2.1.1.1");
        var hasNot = new InstanceReference(MR, "1.2.1.1.2");
        // When
        var report = Await.result(
                commitment.commit(archive.peer(), List.of(has, hasNot), AssociationTimeouts.DEFAULT.response()));
        // Then
        assertThat(report.committed()).containsExactly(has);
        assertThat(report.failed())
                .containsExactly(new CommitmentReport.Failure(hasNot, CommitmentReport.NO_SUCH_INSTANCE));
    }

    @Test
    void an_archive_without_commitment_says_so() throws Exception {
        // Given
        var commitment = new CommitmentScu(network, AssociationTimeouts.DEFAULT, () -> "1.2.77");
        var archive = filled(Archive.Kind.DCMQRSCP, image(1, "20240101", 1));
        var instances = List.of(new InstanceReference(MR, "1.2.1.1.1"));
        // When
        var failure =
                Await.failure(commitment.commit(archive.peer(), instances, AssociationTimeouts.DEFAULT.response()));
        // Then
        assertThat(failure).isInstanceOf(NoSuchContext.class);
    }

    /** The archive with these images, and us listening where it knows us. */
    private Archive filled(Archive.Kind kind, DataSet... images) throws Exception {
        var archive = kind.start(Files.createDirectories(folder.resolve("archive")), listen().port());
        running.add(archive);
        awaitEcho(archive);
        for (int start = 0; start < images.length; start += 100) {
            var instances = Stream.of(images)
                    .skip(start)
                    .limit(100)
                    .map(image -> OutgoingInstance.of(image, EXPLICIT))
                    .toList();
            assertThat(Await.result(new StoreScu(network, AssociationTimeouts.DEFAULT).send(archive.peer(), instances)))
                    .allMatch(SendOutcome::isStored);
        }
        return archive;
    }

    private DicomServer listen() throws InterruptedException, TimeoutException {
        var options = new ServerOptions("127.0.0.1", 0, AssociationLimits.DEFAULT);
        var policy = AssociationPolicy.anybody(ContextPolicy.archive().and(CommitmentRequest.SOP_CLASS));
        return Await.result(network.listen(
                options, policy, Services.storing(gathering).withReports(report -> reports.report(report))));
    }

    /** The one honest way to know that a provider is up: it answers. */
    private void awaitEcho(Archive archive) throws TimeoutException {
        var offer = AssociationOffer.of(SopClass.VERIFICATION.uid());
        Await.until(() -> network.connect(archive.peer(), offer, AssociationTimeouts.DEFAULT)
                .compose(association -> association.echo().eventually(association::release))
                .toCompletionStage()
                .handle((status, cause) -> cause == null)
                .toCompletableFuture()
                .join());
    }

    private List<DataSet> find(Archive archive, Query query) throws InterruptedException, TimeoutException {
        var found = new ArrayList<DataSet>();
        var status = Await.result(scu.find(archive.peer(), query, entity -> {
                    found.add(entity);
                    return Future.succeededFuture();
                })
                .outcome());
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        return found;
    }

    private static Query instances() {
        return Query.of(QueryLevel.INSTANCE)
                .matching(Tags.STUDY_INSTANCE_UID, "1.2.1")
                .matching(Tags.SERIES_INSTANCE_UID, "1.2.1.1")
                .returning(Tags.SOP_INSTANCE_UID);
    }

    private List<String> received() {
        return gathering.received().stream()
                .map(received -> received.dataSet().toString("ISO-8859-1"))
                .toList();
    }

    private static List<String> encoded(DataSet... images) {
        return Stream.of(images)
                .map(image -> DataSetWriter.write(image, EXPLICIT).string(StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static DataSet[] series(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> image(1, "20240101", number))
                .toArray(DataSet[]::new);
    }

    private static DataSet image(int study, String date, int number) {
        var noise = new byte[64];
        new Random(number).nextBytes(noise);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, MR)
                .set(Tags.SOP_INSTANCE_UID, "1.2." + study + ".1." + number)
                .set(Tags.STUDY_DATE, date)
                .set(Tags.MODALITY, "MR")
                .set(Tags.PATIENT_NAME, "PHANTOM")
                .set(Tags.PATIENT_ID, "P1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2." + study)
                .set(Tags.SERIES_INSTANCE_UID, "1.2." + study + ".1")
                .set(Tags.ROWS, 8)
                .set(Tags.COLUMNS, 8)
                .set(Tags.BITS_ALLOCATED, 8)
                .bytes(Tags.PIXEL_DATA, Vr.OW, noise)
                .build();
    }
}
