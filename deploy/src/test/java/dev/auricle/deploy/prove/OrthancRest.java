package dev.auricle.deploy.prove;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Orthanc's HTTP side: its own REST and DICOMweb. */
final class OrthancRest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    OrthancRest(int port) {
        this.port = port;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    byte[] download(String path) {
        return send(request(path).GET().build()).body();
    }

    JsonNode post(String path, Object json) {
        return json(send(request(path).POST(body(json)).build()));
    }

    /** Whether a request is answered with success. */
    boolean succeeds(String path) {
        return exchange(request(path).POST(body(Map.of())).build()).statusCode() == 200;
    }

    /** Stores a DICOM file. */
    void store(byte[] file) {
        send(request("/instances").POST(BodyPublishers.ofByteArray(file)).build());
    }

    /** What it calls a study, a series or an instance with that UID. */
    String idOf(String uid) {
        return post("/tools/lookup", uid).get(0).get("ID").asText();
    }

    /** Where something is. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var response = exchange(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + response.statusCode());
        }
        return response;
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static BodyPublisher body(Object json) {
        if (json instanceof String text) {
            return BodyPublishers.ofString(text);
        }
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(json));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
