package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client makes of servers that do not simply answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebExchangeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final WebPatience PATIENCE =
            new WebPatience(Duration.ofSeconds(5), Duration.ofSeconds(5), 3, Duration.ofSeconds(5), 1 << 10);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        Await.result(vertx.close());
    }

    @Test
    void a_server_that_says_later_is_asked_again() throws Exception {
        // Given
        var client = client(request -> {
            int status = requests.incrementAndGet() < 3 ? 503 : 200;
            request.response()
                    .setStatusCode(status)
                    .putHeader("Retry-After", "0")
                    .end("[{}]");
        });
        // When
        var found = Await.result(client.search(Query.of(QueryLevel.STUDY), 0, 1));
        // Then
        assertThat(found).hasSize(1);
        assertThat(requests).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"503, 0, 3", "429, 0, 3", "503, 3600, 1", "500, 0, 1"})
    void a_server_that_never_answers_well_is_left_alone(int status, String retryAfter, int attempts) throws Exception {
        // Given
        var client = client(request -> {
            requests.incrementAndGet();
            request.response()
                    .setStatusCode(status)
                    .putHeader("Retry-After", retryAfter)
                    .end();
        });
        // When
        var failure = Await.failure(client.search(Query.of(QueryLevel.STUDY), 0, 1));
        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        UnableToAsk.class,
                        refused -> assertThat(refused.status()).hasValue(status));
        assertThat(requests).hasValue(attempts);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2000",
        "'Thu, 01 Jan 2026 12:00:30 GMT', 30000",
        "'Thu, 01 Jan 2026 11:00:00 GMT', 0",
        "soon, 1000",
        ", 1000"
    })
    void the_time_to_wait_is_in_seconds_or_a_date(String header, long millis) {
        assertThat(RetryAfter.of(Optional.ofNullable(header), CLOCK)).hasMillis(millis);
    }

    @Test
    void an_answer_that_is_too_long_or_no_json_is_refused() throws Exception {
        var endless = client(request -> request.response().end(" ".repeat(2_000)));
        assertThat(Await.failure(endless.search(Query.of(QueryLevel.STUDY), 0, 1)))
                .isInstanceOf(UnableToAsk.class)
                .hasMessageContaining("answers too much");
        var chatty = client(request -> request.response().end("hello"));
        assertThat(Await.failure(chatty.search(Query.of(QueryLevel.STUDY), 0, 1)))
                .isInstanceOf(UnableToAsk.class)
                .hasMessageContaining("answers no DICOM JSON");
    }

    @Test
    void nobody_there_is_a_failure_too() throws Exception {
        var client = new DicomWebClient(vertx, WebPeer.at(URI.create("http://127.0.0.1:1/x")), PATIENCE, CLOCK);
        assertThat(Await.failure(client.search(Query.of(QueryLevel.STUDY), 0, 1)))
                .isInstanceOf(UnableToAsk.class)
                .hasMessage("http://127.0.0.1:1/x cannot be reached or is silent where a list of studies is asked for");
    }

    @Test
    void credentials_are_sent_and_not_shown() throws Exception {
        // Given
        var bearer = new Credentials.Bearer("hidden");
        var authorization = new AtomicInteger();
        var server = Await.result(vertx.createHttpServer()
                .requestHandler(request -> {
                    authorization.set("Bearer hidden".equals(request.getHeader("Authorization")) ? 1 : 0);
                    request.response().setStatusCode(204).end();
                })
                .listen(0, "127.0.0.1"));
        var peer = new WebPeer(URI.create("http://127.0.0.1:" + server.actualPort()), bearer, Optional.empty());
        // When
        Await.result(new DicomWebClient(vertx, peer, PATIENCE, CLOCK).search(Query.of(QueryLevel.STUDY), 0, 1));
        // Then
        assertThat(authorization).hasValue(1);
        assertThat(bearer + " " + new Credentials.Basic("a", "hidden") + " " + peer)
                .doesNotContain("hidden");
    }

    private DicomWebClient client(Consumer<HttpServerRequest> answer) throws Exception {
        var server = Await.result(
                vertx.createHttpServer().requestHandler(answer::accept).listen(0, "127.0.0.1"));
        var base = URI.create("http://127.0.0.1:" + server.actualPort() + "/dicom-web/");
        return new DicomWebClient(vertx, WebPeer.at(base), PATIENCE, CLOCK);
    }
}
