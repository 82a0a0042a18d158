package dev.auricle.dicom.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Requests to one server: with who we are, with time limits, and again where the answer is "later". */
final class WebExchange {
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final Vertx vertx;
    private final HttpClientAgent http;
    private final WebPeer peer;
    private final WebPatience patience;
    private final Clock clock;

    /**
     * What is asked.
     *
     * @param what it is, for messages; nothing about a patient
     * @param path behind the server's base
     * @param wanted the statuses that are answers; any other is a failure
     */
    record Question(String what, HttpMethod method, String path, String accept, Set<Integer> wanted) {}

    WebExchange(Vertx vertx, WebPeer peer, WebPatience patience, Clock clock) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient();
        this.peer = peer;
        this.patience = patience;
        this.clock = clock;
    }

    /** The answer, paused, whose body must be read. */
    Future<HttpClientResponse> ask(Question question) {
        return ask(question, HttpClientRequest::send);
    }

    /** The answer, paused, to a request whose body is sent anew for each attempt. */
    Future<HttpClientResponse> ask(Question question, Function<HttpClientRequest, Future<HttpClientResponse>> send) {
        return attempt(question, send, 1);
    }

    Future<Void> close() {
        return http.close();
    }

    /** The body of an answer, held in memory. */
    Future<Buffer> body(Question question, HttpClientResponse response) {
        var whole = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        response.exceptionHandler(broken -> whole.tryFail(unable(question, "breaks off")));
        response.endHandler(nothing -> whole.tryComplete(body));
        response.handler(piece -> {
            if (body.length() + piece.length() > patience.answerBytes()) {
                whole.tryFail(unable(question, "answers too much"));
                response.request().reset();
            } else {
                body.appendBuffer(piece);
            }
        });
        response.resume();
        return whole.future();
    }

    UnableToAsk unable(Question question, String why) {
        return new UnableToAsk(peer, question.what(), why);
    }

    private Future<HttpClientResponse> attempt(
            Question question, Function<HttpClientRequest, Future<HttpClientResponse>> send, int attempt) {
        return http.request(options(question))
                .compose(send)
                .map(response -> {
                    response.pause();
                    return response;
                })
                .recover(unreachable -> Future.failedFuture(unable(question, "cannot be reached or is silent")))
                .compose(response -> judge(question, send, attempt, response));
    }

    private Future<HttpClientResponse> judge(
            Question question,
            Function<HttpClientRequest, Future<HttpClientResponse>> send,
            int attempt,
            HttpClientResponse response) {
        int status = response.statusCode();
        if (question.wanted().contains(status)) {
            return Future.succeededFuture(response);
        }
        response.exceptionHandler(gone -> {}).handler(piece -> {}).resume();
        var wait = RetryAfter.of(Optional.ofNullable(response.getHeader("retry-after")), clock);
        if (LATER.contains(status) && attempt < patience.attempts() && wait.compareTo(patience.longestWait()) <= 0) {
            return vertx.timer(Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS)
                    .compose(nothing -> attempt(question, send, attempt + 1));
        }
        return Future.failedFuture(new UnableToAsk(peer, question.what(), status));
    }

    private RequestOptions options(Question question) {
        var options = new RequestOptions()
                .setMethod(question.method())
                .setHost(peer.base().getHost())
                .setPort(peer.port())
                .setURI(peer.path(question.path()))
                .setSsl(peer.isSecure())
                .setConnectTimeout(patience.connect().toMillis())
                .setIdleTimeout(patience.silence().toMillis())
                .addHeader("accept", question.accept());
        peer.tls().ifPresent(tls -> options.setSslOptions(tls.copy().setHostnameVerificationAlgorithm("HTTPS")));
        peer.credentials().authorization().ifPresent(who -> options.addHeader("authorization", who));
        return options;
    }
}
