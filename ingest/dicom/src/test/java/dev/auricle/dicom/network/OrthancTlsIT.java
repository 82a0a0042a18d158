package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.TestAuthority;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** With Orthanc over TLS: it takes an image from us, and sends it back. */
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
        var orthanc = Tool.require("Orthanc");
        var authority = new TestAuthority(folder, "authority");
        int ours = listen(authority);
        int dicom = Loopback.freePort();
        int http = Loopback.freePort();
        var configuration = configuration(authority, authority.issue("orthanc"))
                .put("DicomPort", dicom)
                .put("HttpPort", http)
                .put("DicomModalities", new JsonObject().put("ours", modality(ours)));
        var file = Files.writeString(folder.resolve("orthanc.json"), configuration.encode());
        var process = orthanc.start(List.of(file.toString()), Map.of(), folder.resolve("orthanc.log"));
        try {
            var peer = new Peer("127.0.0.1", dicom, "ORTHANC", "SENDER").over(client(authority));
            loopback.awaitEcho(peer);
            var image = Loopback.image(1, 10_000).toBuilder()
                    .set(Tags.PATIENT_ID, "1")
                    .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                    .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                    .build();
            // When
            var sent = Await.result(new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT)
                    .send(peer, List.of(OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))));
            var returned = post(http, instance(http));
            // Then
            assertThat(sent).allMatch(SendOutcome::isStored);
            assertThat(returned).isEqualTo(200);
            assertThat(gathering.received())
                    .singleElement()
                    .satisfies(received ->
                            assertThat(received.request().sopInstance()).isEqualTo("1.2.1"));
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
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
