package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** With Orthanc's DICOMweb, in both directions: it stores to our server, ours searches it, retrieves from it, stores to it. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrthancWebIT {
    private static final AssociationInfo ORTHANC = new AssociationInfo("AURICLE", "ORTHANC", "127.0.0.1", Map.of());
    private static final Tag STUDY_INSTANCES = Tag.of(0x0020, 0x1208);
    private static final String STUDY = "1.2.826.0.1.3680043.10.1.77";
    private static final int IMAGES = 5;

    private final Vertx vertx = Vertx.vertx();
    private final GatheringScp stored = new GatheringScp();
    private final List<DataSet> images = IntStream.rangeClosed(1, IMAGES)
            .mapToObj(i -> WebClientSide.image(STUDY, STUDY + ".1." + i, 200_000))
            .map(image -> image.toBuilder()
                    .set(Tags.PATIENT_ID, "P77")
                    .set(Tags.PATIENT_NAME, "Web^Test")
                    .set(Tags.STUDY_DATE, "20240203")
                    .set(Tags.MODALITY, "MR")
                    .build())
            .toList();

    @SuppressWarnings("NullAway.Init")
    private OrthancProcess orthanc;

    @SuppressWarnings("NullAway.Init")
    private DicomWebClient client;

    @BeforeAll
    void orthanc_has_a_study(@TempDir Path directory) throws Exception {
        var tokens = new BearerTokens(
                Map.of(WebClientSide.TOKEN, host -> new AssociationInfo("AURICLE", "WEB", host, Map.of())));
        var options = new WebServerOptions("127.0.0.1", 0, "/dicom-web", WebLimits.DEFAULT, Optional.empty());
        var server = Await.result(StowServer.listen(vertx, options, tokens, stored));
        orthanc = OrthancProcess.start(directory, server.port());
        client = client(OrthancProcess.PASSWORD);
        var outcomes = Await.result(client.store(images.stream()
                .map(image -> OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList()));
        assertThat(outcomes).hasSize(IMAGES).allMatch(SendOutcome::isStored);
    }

    @AfterAll
    void stop() throws Exception {
        orthanc.close();
        Await.result(vertx.close());
    }

    @Test
    void orthanc_stores_a_study_at_our_server() throws Exception {
        // Given
        var study = orthanc.upload(WebClientSide.file(images.get(0)), "ParentStudy");
        // When
        var answer = orthanc.stow(study);
        // Then
        assertThat(answer.encode()).contains("InstancesCount");
        assertThat(stored.received())
                .extracting(received -> received.request().sopInstance())
                .containsExactlyInAnyOrderElementsOf(uids(images));
        assertThat(stored.received())
                .allSatisfy(received -> assertThat(pixels(received))
                        .isEqualTo(images.get(0).require(Tags.PIXEL_DATA).bytes()));
    }

    @Test
    void studies_are_found_by_what_matches_with_what_is_included() throws Exception {
        // Given
        var query = Query.of(QueryLevel.STUDY)
                .matching(Tags.STUDY_DATE, "20240101-20241231")
                .returning(STUDY_INSTANCES);
        // When
        var found = Await.result(client.search(query, 0, 10));
        // Then
        assertThat(found).singleElement().satisfies(study -> {
            assertThat(study.require(Tags.STUDY_INSTANCE_UID).string()).isEqualTo(STUDY);
            assertThat(study.require(Tags.PATIENT_NAME).string()).isEqualTo("Web^Test");
            assertThat(study.require(STUDY_INSTANCES).integer()).isEqualTo(IMAGES);
        });
        assertThat(Await.result(client.search(Query.of(QueryLevel.STUDY).matching(Tags.STUDY_DATE, "20230101"), 0, 10)))
                .isEmpty();
    }

    @Test
    void instances_are_found_page_by_page() throws Exception {
        // Given
        var found = new ArrayList<DataSet>();
        // When
        var count = Await.result(client.searchAll(
                Query.of(QueryLevel.INSTANCE)
                        .matching(Tags.STUDY_INSTANCE_UID, STUDY)
                        .matching(Tags.SERIES_INSTANCE_UID, STUDY + ".1"),
                2,
                found::add));
        // Then
        assertThat(count).isEqualTo(IMAGES);
        assertThat(uids(found)).containsExactlyInAnyOrderElementsOf(uids(images));
        assertThat(Await.result(
                        client.search(Query.of(QueryLevel.SERIES).matching(Tags.STUDY_INSTANCE_UID, STUDY), 0, 10)))
                .hasSize(1);
    }

    @Test
    void a_study_a_series_and_an_instance_are_retrieved_as_they_were_stored() throws Exception {
        var resources = Map.of(
                WebResource.study(STUDY), IMAGES,
                WebResource.series(STUDY, STUDY + ".1"), IMAGES,
                WebResource.instance(STUDY, STUDY + ".1", STUDY + ".1.3"), 1);
        for (var resource : resources.entrySet()) {
            // Given
            var gathering = new GatheringScp();
            // When
            var outcomes = Await.result(client.retrieve(resource.getKey(), ORTHANC, gathering));
            // Then
            assertThat(outcomes).hasSize(resource.getValue()).allMatch(StoreOutcome::isStored);
            assertThat(gathering.received())
                    .hasSize(resource.getValue())
                    .allSatisfy(received -> assertThat(pixels(received))
                            .isEqualTo(images.get(0).require(Tags.PIXEL_DATA).bytes()));
        }
    }

    @Test
    void metadata_has_every_instance_without_its_pixels() throws Exception {
        var metadata = Await.result(client.metadata(WebResource.study(STUDY)));
        assertThat(uids(metadata)).containsExactlyInAnyOrderElementsOf(uids(images));
        assertThat(metadata).noneMatch(dataSet -> dataSet.find(Tags.PIXEL_DATA).isPresent());
    }

    @Test
    void a_wrong_password_and_a_study_that_is_not_there_are_told_apart() throws Exception {
        var stranger = client("another password");
        assertThat(Await.failure(stranger.search(Query.of(QueryLevel.STUDY), 0, 1)))
                .isInstanceOfSatisfying(
                        UnableToAsk.class,
                        refused -> assertThat(refused.status()).hasValue(401));
        assertThat(Await.failure(client.retrieve(WebResource.study("1.2.3"), ORTHANC, stored)))
                .isInstanceOfSatisfying(
                        UnableToAsk.class,
                        refused -> assertThat(refused.status()).hasValue(404))
                .hasMessage(orthanc.base() + " answers 404 where a study is asked for");
    }

    private DicomWebClient client(String password) {
        var peer = new WebPeer(orthanc.base(), new Credentials.Basic(OrthancProcess.USER, password), Optional.empty());
        return new DicomWebClient(vertx, peer, WebPatience.DEFAULT, Clock.systemUTC());
    }

    private static List<String> uids(List<DataSet> dataSets) {
        return dataSets.stream()
                .map(dataSet -> dataSet.require(Tags.SOP_INSTANCE_UID).string())
                .toList();
    }

    private static Bytes pixels(GatheringScp.Received received) {
        var syntax = TransferSyntax.of(received.request().transferSyntax()).orElseThrow();
        return new DataSetReader(ReadLimits.DEFAULT)
                .read(Bytes.wrap(received.dataSet().getBytes()), syntax)
                .require(Tags.PIXEL_DATA)
                .bytes();
    }
}
