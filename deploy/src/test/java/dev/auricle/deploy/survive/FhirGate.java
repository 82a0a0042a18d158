package dev.auricle.deploy.survive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a FHIR server and can keep a transaction from reaching it, or its answer from coming back. */
final class FhirGate implements AutoCloseable {
    private static final List<String> FORWARDED = List.of("Accept", "Content-Type", "X-Retry-On-Version-Conflict");

    private final URI server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer http;
    private final AtomicInteger keptBack = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile Way way = Way.OPEN;

    /** What passes. Whatever is no transaction always does. */
    enum Way {
        /** A transaction does not reach the server. */
        SHUT,
        /** A transaction is carried out, and nobody hears of it. */
        ONE_WAY,
        /** Everything passes. */
        OPEN
    }

    /** Before the server with that base. */
    FhirGate(URI server) {
        this.server = server;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.createContext("/", this::pass);
        http.setExecutor(threads);
        http.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + server.getPath());
    }

    void set(Way changed) {
        way = changed;
    }

    /** How many transactions did not reach the server. */
    int keptBack() {
        return keptBack.get();
    }

    /** How many were carried out without an answer. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    /** An exchange that is not answered stays open until the client is gone. */
    private void pass(HttpExchange exchange) throws IOException {
        boolean isTransaction = exchange.getRequestMethod().equals("POST");
        var body = exchange.getRequestBody().readAllBytes();
        var now = way;
        if (isTransaction && now == Way.SHUT) {
            keptBack.incrementAndGet();
            return;
        }
        var answer = forward(exchange, body);
        if (isTransaction && now == Way.ONE_WAY) {
            unanswered.incrementAndGet();
            return;
        }
        try (exchange) {
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (var name : FORWARDED) {
            exchange.getRequestHeaders().getOrDefault(name, List.of()).forEach(value -> request.header(name, value));
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
