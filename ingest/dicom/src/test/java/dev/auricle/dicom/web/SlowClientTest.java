package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreScp;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Clients that keep connections without using them, and providers that cannot keep up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SlowClientTest {
    private static final String HEAD = "POST /dicom-web/studies HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + WebClientSide.TOKEN + "\r\nContent-Type: " + WebClientSide.INSTANCES + "\r\n";
    private static final WebLimits IMPATIENT =
            new WebLimits(1, MultipartLimits.DEFAULT, 1 << 16, Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Vertx vertx = Vertx.vertx();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws Exception {
        Await.result(vertx.close());
    }

    @Test
    void a_head_that_never_ends_costs_a_connection_for_a_while_and_no_place() throws Exception {
        // Given
        var server = server(gathering, IMPATIENT);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // When
            socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
            // Then
            assertThat(server.requests()).isZero();
            assertThat(answer(socket)).isEmpty();
        }
    }

    @Test
    void a_head_that_is_too_long_is_refused() throws Exception {
        // Given
        var server = server(gathering, WebLimits.DEFAULT);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // When
            socket.getOutputStream().write((HEAD + "X: " + "x".repeat(20_000)).getBytes(StandardCharsets.US_ASCII));
            // Then
            assertThat(answer(socket)).startsWith("HTTP/1.1 431");
        }
    }

    @Test
    void a_body_that_comes_too_slowly_is_given_up_and_its_instance_aborted() throws Exception {
        // Given
        var server = server(gathering, IMPATIENT);
        var begun = WebClientSide.body(WebClientSide.file(WebClientSide.image("1.2", "1.2.3", 5000)));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // When
            socket.getOutputStream()
                    .write((HEAD + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(begun, 0, 4000);
            // Then
            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
            assertThat(gathering.aborted()).hasSize(1);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void a_client_that_dies_leaves_nothing_behind() throws Exception {
        // Given
        var server = server(gathering, WebLimits.DEFAULT);
        var begun = WebClientSide.body(WebClientSide.file(WebClientSide.image("1.2", "1.2.3", 5000)));
        // When
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write((HEAD + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(begun, 0, 4000);
            Await.until(() -> server.requests() == 1);
        }
        // Then
        Await.until(() -> server.requests() == 0);
        Await.until(() -> gathering.aborted().size() == 1);
    }

    @Test
    void one_request_more_than_the_limit_is_to_come_later() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var server = server(request -> waiting(gate.future(), new AtomicLong()), IMPATIENT);
        var body = WebClientSide.body(WebClientSide.file(WebClientSide.image("1.2", "1.2.3", 5000)));
        var first = CompletableFuture.supplyAsync(() -> post(server, body));
        Await.until(() -> server.requests() == 1);
        // When
        var second = new WebClientSide(server.port()).post(WebClientSide.INSTANCES, body);
        // Then
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.response().headers().firstValue("retry-after")).isPresent();
        gate.complete();
        assertThat(first.get()).isEqualTo(200);
    }

    @Test
    void while_the_sink_is_busy_the_client_waits() throws Exception {
        // Given: an instance larger than what sockets hold
        var gate = Promise.<Void>promise();
        var taken = new AtomicLong();
        var server = server(request -> waiting(gate.future(), taken), WebLimits.DEFAULT);
        int size = 64 << 20;
        var body = WebClientSide.body(WebClientSide.file(WebClientSide.image("1.2", "1.2.3", size)));
        // When
        var answer = CompletableFuture.supplyAsync(() -> post(server, body));
        Await.until(() -> taken.get() > 0);
        // Then
        assertThat(taken.get()).isLessThan(1 << 20);
        assertThat(answer.isDone()).isFalse();
        gate.complete();
        assertThat(answer.get()).isEqualTo(200);
        assertThat(taken.get()).isGreaterThan(size);
    }

    @Test
    void closing_waits_for_what_is_going_on_and_takes_nothing_new() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var server = server(request -> waiting(gate.future(), new AtomicLong()), WebLimits.DEFAULT);
        var body = WebClientSide.body(WebClientSide.file(WebClientSide.image("1.2", "1.2.3", 5000)));
        var going = CompletableFuture.supplyAsync(() -> post(server, body));
        Await.until(() -> server.requests() == 1);
        // When
        var closed = server.close();
        // Then
        assertThat(new WebClientSide(server.port())
                        .post(WebClientSide.INSTANCES, body)
                        .status())
                .isEqualTo(503);
        assertThat(closed.isComplete()).isFalse();
        gate.complete();
        assertThat(going.get()).isEqualTo(200);
        Await.result(closed);
    }

    private static int post(StowServer server, byte[] body) {
        try {
            return new WebClientSide(server.port())
                    .post(WebClientSide.INSTANCES, body)
                    .status();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Counts, and is busy until the gate opens. */
    private static InstanceSink waiting(Future<Void> gate, AtomicLong taken) {
        return new InstanceSink() {
            @Override
            public Future<Void> write(Buffer fragment) {
                taken.addAndGet(fragment.length());
                return gate;
            }

            @Override
            public Future<DimseStatus> end() {
                return Future.succeededFuture(DimseStatus.SUCCESS);
            }

            @Override
            public void abort(Throwable cause) {}
        };
    }

    private StowServer server(StoreScp storage, WebLimits limits) throws Exception {
        var tokens = new BearerTokens(
                Map.of(WebClientSide.TOKEN, host -> new AssociationInfo("AURICLE", "WEB", host, Map.of())));
        var options = new WebServerOptions("127.0.0.1", 0, "/dicom-web", limits, Optional.empty());
        return Await.result(StowServer.listen(vertx, options, tokens, storage));
    }

    /** What the server says until it closes the connection or has said a line. */
    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(20_000);
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
