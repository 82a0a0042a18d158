package dev.auricle.dicom.web;

import static dev.auricle.dicom.web.WebClientSide.body;
import static dev.auricle.dicom.web.WebClientSide.file;
import static dev.auricle.dicom.web.WebClientSide.image;
import static dev.auricle.dicom.web.WebClientSide.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.network.UnableToStore;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.ReadLimits;
import io.vertx.core.Vertx;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StowServerTest {
    private static final MultipartLimits BODY = new MultipartLimits(64, 1 << 10, 1 << 20, 3 << 20);
    private static final WebLimits LIMITS =
            new WebLimits(64, BODY, 1 << 16, Duration.ofSeconds(20), Duration.ofSeconds(5));

    private final Vertx vertx = Vertx.vertx();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws Exception {
        Await.result(vertx.close());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN"
            })
    void instances_reach_the_provider_as_they_were_sent_less_their_front(TransferSyntax syntax) throws Exception {
        // Given
        var client = client(gathering);
        var one = image("1.2", "1.2.3", 100_000);
        // When
        var answer =
                client.post(WebClientSide.INSTANCES, body(file(one, syntax), file(image("1.2", "1.2.4", 2), syntax)));
        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.stored()).containsExactly("1.2.3", "1.2.4");
        assertThat(answer.body().contains(Tags.FAILED_SOP_SEQUENCE)).isFalse();
        assertThat(answer.response().headers().firstValue("content-type")).contains("application/dicom+json");
        var received = gathering.received().get(0);
        assertThat(received.request().transferSyntax()).isEqualTo(syntax.uid());
        assertThat(received.request().sopClass()).isEqualTo(SopClass.MR_IMAGE.uid());
        assertThat(received.request().association().callingAe()).isEqualTo("WEB");
        assertThat(Bytes.wrap(received.dataSet().getBytes())).isEqualTo(DataSetWriter.write(one, syntax));
    }

    @Test
    void what_is_of_another_study_is_refused_and_the_others_are_stored() throws Exception {
        // Given
        var client = client(gathering);
        var body = body(file(image("1.2", "1.2.3", 10)), file(image("1.9", "1.9.3", 10)));
        // When
        var answer = client.postTo("1.2", body);
        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.stored()).containsExactly("1.2.3");
        assertThat(answer.failed()).containsExactly("1.9.3");
        assertThat(answer.failureReason()).isEqualTo(0xA900);
        assertThat(gathering.received()).hasSize(1);
        assertThat(client.postTo("1.3", body).status()).isEqualTo(409);
    }

    @Test
    void a_part_that_is_no_instance_is_a_failure_without_a_name() throws Exception {
        // Given
        var client = client(gathering);
        // When
        var answer = client.post(
                WebClientSide.INSTANCES,
                body(
                        "no".repeat(1_000).getBytes(StandardCharsets.US_ASCII),
                        new byte[0],
                        file(image("1.2", "1.2.3", 10))));
        // Then
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.stored()).containsExactly("1.2.3");
        assertThat(answer.body().items(Tags.OTHER_FAILURES_SEQUENCE))
                .hasSize(2)
                .allSatisfy(item ->
                        assertThat(item.require(Tags.FAILURE_REASON).integer()).isEqualTo(0xC000));
    }

    @Test
    void what_is_not_for_storage_or_in_an_unknown_transfer_syntax_is_refused_by_its_reason() throws Exception {
        // Given
        var client = client(gathering);
        var echo = image("1.2", "1.2.3", 10).with(set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.2.1.1"));
        var file = file(image("1.2", "1.2.4", 10));
        var strange = new String(file, StandardCharsets.ISO_8859_1)
                .replace("1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.7\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        // Then
        assertThat(client.post(WebClientSide.INSTANCES, body(file(echo))).failureReason())
                .isEqualTo(0x0122);
        assertThat(client.post(WebClientSide.INSTANCES, body(strange)).failureReason())
                .isEqualTo(0xC122);
    }

    @Test
    void the_providers_status_is_the_reason_and_want_of_resources_means_later() throws Exception {
        // Given
        var full = client(request -> {
            throw new UnableToStore(DimseStatus.OUT_OF_RESOURCES);
        });
        var broken = client(request -> {
            throw new IllegalStateException("a mistake of the provider's own");
        });
        var body = body(file(image("1.2", "1.2.3", 10)));
        // When
        var later = full.post(WebClientSide.INSTANCES, body);
        var never = broken.post(WebClientSide.INSTANCES, body);
        // Then
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.failureReason()).isEqualTo(0xA700);
        assertThat(later.response().headers().firstValue("retry-after")).isPresent();
        assertThat(never.status()).isEqualTo(409);
        assertThat(never.failureReason()).isEqualTo(0x0110);
    }

    @Test
    void metadata_and_bulk_data_become_an_instance() throws Exception {
        // Given
        var client = client(gathering);
        var json = "[{'00080016':{'vr':'UI','Value':['1.2.840.10008.5.1.4.1.1.4']},'00080018':{'vr':'UI','Value':"
                + "['1.2.3']},'0020000D':{'vr':'UI','Value':['1.2']},'00100010':{'vr':'PN','Value':[{'Alphabetic':"
                + "'B\u00e4r'}]},'7FE00010':{'vr':'OW','BulkDataURI':'http://x/1'}}]";
        // When
        var answer = client.post(WebClientSide.METADATA, metadata(json, Map.of("http://x/1", new byte[] {1, 2})));
        // Then
        assertThat(answer.status()).isEqualTo(200);
        var received = gathering.received().get(0);
        var dataSet = new DataSetReader(ReadLimits.DEFAULT)
                .read(Bytes.wrap(received.dataSet().getBytes()), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(dataSet.require(Tags.PIXEL_DATA).bytes()).isEqualTo(Bytes.wrap(new byte[] {1, 2}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "[{; 400",
                "[{'7FE00010':{'vr':'OW','BulkDataURI':'elsewhere'}}]; 400",
                "[{}]; 409",
                "[{'00080016':{'vr':'UI','Value':['1.2.840.10008.5.1.4.1.1.4']},'00080018':{'vr':'UI','Value':['1.2']}}];"
                        + " 200"
            })
    void metadata_that_is_none_is_refused(String json, int status) throws Exception {
        assertThat(client(gathering)
                        .post(WebClientSide.METADATA, metadata(json, Map.of()))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/form-data; boundary=bound | 415",
                "application/dicom | 415",
                "multipart/related; type=\"application/dicom+xml\"; boundary=bound | 415",
                "multipart/related; type=\"application/dicom\" | 400",
                "multipart/related; type=\"application/dicom\"; boundary=c | 400",
                "multipart/related; boundary=bound | 200"
            })
    void the_content_type_decides(String contentType, int status) throws Exception {
        assertThat(client(gathering)
                        .post(contentType, body(file(image("1.2", "1.2.3", 10))))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void the_head_of_a_request_is_checked_before_its_body() throws Exception {
        var client = client(gathering);
        var body = body(file(image("1.2", "1.2.3", 10)));
        assertThat(client.send(client.request("/1.2/series", WebClientSide.INSTANCES, body))
                        .status())
                .isEqualTo(404);
        assertThat(client.send(client.request("/no-uid", WebClientSide.INSTANCES, body))
                        .status())
                .isEqualTo(400);
        assertThat(client.send(client.request("", WebClientSide.INSTANCES, body).GET())
                        .status())
                .isEqualTo(405);
        assertThat(client.send(client.request("", WebClientSide.INSTANCES, body).header("Accept", "text/html"))
                        .status())
                .isEqualTo(406);
        assertThat(client.send(client.request("", WebClientSide.INSTANCES, body).header("Content-Encoding", "gzip"))
                        .status())
                .isEqualTo(415);
        assertThat(gathering.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer another token", "Basic YTpi"})
    void without_the_token_nothing_is_read(String authorization) throws Exception {
        // Given
        var client = client(gathering);
        var request = client.request("", WebClientSide.INSTANCES, body(file(image("1.2", "1.2.3", 10))));
        // When
        var answer = client.send(request.setHeader("Authorization", authorization));
        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(gathering.received()).isEmpty();
    }

    @Test
    void a_client_that_is_known_and_not_wanted_is_forbidden() throws Exception {
        var server = server((authorization, host) -> new WebAccess.Forbidden(), gathering, LIMITS);
        var client = new WebClientSide(server.port());
        assertThat(client.post(WebClientSide.INSTANCES, body()).status()).isEqualTo(403);
    }

    @Test
    void what_is_too_large_is_refused_and_what_came_before_is_listed() throws Exception {
        // Given
        var client = client(gathering);
        var small = file(image("1.2", "1.2.3", 10));
        var large = file(image("1.2", "1.2.4", (1 << 20) + 10));
        // When
        var onePart = client.post(WebClientSide.INSTANCES, body(small, large));
        var announced = client.post(WebClientSide.INSTANCES, new byte[4 << 20]);
        var inPieces = client.request("", WebClientSide.INSTANCES, new byte[0])
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[4 << 20])));
        // Then
        assertThat(onePart.status()).isEqualTo(413);
        assertThat(onePart.stored()).containsExactly("1.2.3");
        assertThat(gathering.aborted()).hasSize(1);
        assertThat(announced.status()).isEqualTo(413);
        assertThat(client.send(inPieces).status()).isEqualTo(413);
        assertThat(client.post(WebClientSide.METADATA, metadata("[" + " ".repeat(1 << 17) + "]", Map.of()))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_body_that_ends_early_is_refused_and_its_last_instance_is_aborted() throws Exception {
        // Given
        var client = client(gathering);
        var whole = body(file(image("1.2", "1.2.3", 10)), file(image("1.2", "1.2.4", 1000)));
        // When
        var answer = client.post(WebClientSide.INSTANCES, Arrays.copyOf(whole, whole.length - 100));
        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.stored()).containsExactly("1.2.3");
        assertThat(gathering.aborted()).hasSize(1);
    }

    @Test
    void a_deflated_bomb_in_front_of_the_study_is_refused_in_bounded_memory() throws Exception {
        // Given: 64 MiB of nothing, in a few KiB
        var bomb = image("1.2", "1.2.3", 10)
                .with(DataSet.builder()
                        .bytes(Tag.of(0x0009, 0x1001), Vr.OB, new byte[64 << 20])
                        .build()
                        .elements()
                        .findFirst()
                        .orElseThrow());
        var file = file(bomb, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        // When
        var answer = client(gathering).postTo("1.2", body(file));
        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.failureReason()).isEqualTo(0xC000);
    }

    @Test
    void forty_clients_at_once_all_get_their_answer() throws Exception {
        // Given
        var client = client(gathering);
        var body = body(file(image("1.2", "1.2.3", 300_000)), file(image("1.2", "1.2.4", 300_000)));
        var threads = Executors.newFixedThreadPool(40);
        // When
        var answers = IntStream.range(0, 40)
                .mapToObj(i -> threads.submit(
                        () -> client.post(WebClientSide.INSTANCES, body).status()))
                .toList();
        // Then
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(gathering.received()).hasSize(80);
        threads.shutdown();
    }

    private WebClientSide client(StoreScp storage) throws Exception {
        var tokens = new BearerTokens(
                Map.of(WebClientSide.TOKEN, host -> new AssociationInfo("AURICLE", "WEB", host, Map.of())));
        return new WebClientSide(server(tokens, storage, LIMITS).port());
    }

    private StowServer server(WebAccess access, StoreScp storage, WebLimits limits) throws Exception {
        var options = new WebServerOptions("127.0.0.1", 0, "/dicom-web", limits, Optional.empty());
        return Await.result(StowServer.listen(vertx, options, access, storage));
    }

    private static Element set(Tag tag, String value) {
        return DataSet.builder().set(tag, value).build().element(tag).orElseThrow();
    }
}
