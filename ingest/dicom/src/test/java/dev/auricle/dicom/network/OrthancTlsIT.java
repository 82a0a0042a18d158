package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.TestAuthority;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With Orthanc over TLS: it takes an image from us, sends it back, and is asked for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrthancTlsIT {
    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void an_image_goes_to_orthanc_and_comes_back() throws Exception {
        // Given
        var authority = new TestAuthority(folder, "authority");
        int dicom = Loopback.freePort();
        int http = Loopback.freePort();
        var process = orthanc(authority, dicom, http);
        try {
            var peer = peer(dicom, authority);
            // When
            var sent = send(peer);
            var returned = post(http, instance(http));
            // Then
            assertThat(sent).allMatch(SendOutcome::isStored);
            assertThat(returned).isEqualTo(200);
            assertThat(gathering.received())
                    .singleElement()
                    .satisfies(received ->
                            assertThat(received.request().sopInstance()).isEqualTo("1.2.1"));
        } finally {
            stop(process);
        }
    }

    @Test
    void a_study_is_found_fetched_and_moved() throws Exception {
        // Given
        var authority = new TestAuthority(folder, "authority");
        int dicom = Loopback.freePort();
        var process = orthanc(authority, dicom, Loopback.freePort());
        var scu = new ArchiveScu(loopback.network(), AssociationTimeouts.DEFAULT);
        var study = Query.study("1.2.3");
        var found = new ArrayList<DataSet>();
        try {
            var peer = peer(dicom, authority);
            assertThat(send(peer)).allMatch(SendOutcome::isStored);
            // When
            var asked = Await.result(scu.find(peer, study, match -> {
                        found.add(match);
                        return Future.succeededFuture();
                    })
                    .outcome());
            var got = Await.result(scu.get(peer, study, List.of(SopClass.MR_IMAGE.uid()), gathering, progress -> {})
                    .outcome());
            var moved = Await.result(
                    scu.move(peer, study, "RECEIVER", progress -> {}).outcome());
            // Then
            assertThat(asked).isEqualTo(DimseStatus.SUCCESS);
            assertThat(found).hasSize(1);
            assertThat(got.isComplete()).as(got.toString()).isTrue();
            assertThat(moved.isComplete()).as(moved.toString()).isTrue();
            assertThat(gathering.received())
                    .extracting(received -> received.request().sopInstance())
                    .containsExactly("1.2.1", "1.2.1");
        } finally {
            stop(process);
        }
    }

    /** It knows us as RECEIVER, where we listen. */
    private Process orthanc(TestAuthority authority, int dicom, int http) throws Exception {
        var orthanc = Tool.require("Orthanc");
        var configuration = configuration(authority, authority.issue("orthanc"))
                .put("DicomPort", dicom)
                .put("HttpPort", http)
                .put("DicomModalities", new JsonObject().put("ours", modality(listen(authority))));
        var file = Files.writeString(folder.resolve("orthanc.json"), configuration.encode());
        return orthanc.start(List.of(file.toString()), Map.of(), folder.resolve("orthanc.log"));
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    private Peer peer(int dicom, TestAuthority authority) throws Exception {
        var peer = new Peer("127.0.0.1", dicom, "ORTHANC", "SENDER").over(client(authority));
        loopback.awaitEcho(peer);
        return peer;
    }

    private List<SendOutcome> send(Peer peer) throws Exception {
        var image = Loopback.image(1, 10_000).toBuilder()
                .set(Tags.PATIENT_ID, "1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                .build();
        return Await.result(new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT)
                .send(peer, List.of(OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))));
    }

    private int listen(TestAuthority authority) throws Exception {
        var tls = new ServerTls(
                authority.issue("server"),
                Optional.of(authority.certificate()),
                TlsProfile.BCP195,
                ServerTls.EVERY_MINUTE);
        return Await.result(loopback.network()
                        .listen(
                                Loopback.options(AssociationLimits.DEFAULT).over(tls),
                                AssociationPolicy.anybody(ContextPolicy.archive()),
                                gathering))
                .port();
    }

    private static ClientTls client(TestAuthority authority) throws Exception {
        return new ClientTls(
                Optional.of(authority.issue("client")),
                Optional.of(authority.certificate()),
                TlsProfile.BCP195,
                Optional.empty());
    }

    private JsonObject configuration(TestAuthority authority, Credential own) {
        return new JsonObject()
                .put("StorageDirectory", folder.resolve("storage").toString())
                .put("IndexDirectory", folder.resolve("storage").toString())
                .put("DicomAet", "ORTHANC")
                .put("DicomAlwaysAllowStore", true)
                .put("DicomAlwaysAllowFind", true)
                .put("DicomAlwaysAllowGet", true)
                .put("DicomAlwaysAllowMove", true)
                .put("DicomTlsEnabled", true)
                .put("DicomTlsCertificate", own.certificates().toString())
                .put("DicomTlsPrivateKey", own.key().orElseThrow().toString())
                .put("DicomTlsTrustedCertificates", authority.certificate().toString());
    }

    private static JsonObject modality(int port) {
        return new JsonObject()
                .put("AET", "RECEIVER")
                .put("Host", "127.0.0.1")
                .put("Port", port)
                .put("UseDicomTls", true);
    }

    private static String instance(int http) throws Exception {
        return new JsonArray(
                        ask(http, "/instances", HttpRequest.newBuilder().GET()).body())
                .getString(0);
    }

    /** Has it send an instance to us. */
    private static int post(int http, String instance) throws Exception {
        var request = HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(instance));
        return ask(http, "/modalities/ours/store", request).statusCode();
    }

    private static HttpResponse<String> ask(int http, String path, HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create("http://127.0.0.1:" + http + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
