package dev.auricle.dicom.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.dicom.network.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Orthanc with its DICOMweb, as a process of its own, that knows one server to store to; user and password are asked. */
final class OrthancProcess {
    static final String USER = "auricle";
    static final String PASSWORD = "secret of the test";

    private static final Path EXECUTABLE = Path.of("/usr/sbin/Orthanc");
    private static final Path PLUGIN = Path.of("/usr/share/orthanc/plugins/libOrthancDicomWeb.so");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private OrthancProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one, or skips the test where it is not installed. */
    static OrthancProcess start(Path directory, int stowPort) throws IOException, TimeoutException {
        assumeTrue(
                Files.isExecutable(EXECUTABLE) && Files.isReadable(PLUGIN),
                "Orthanc is not installed (Debian packages orthanc and orthanc-dicomweb)");
        int port = freePort();
        var file = Files.writeString(
                directory.resolve("orthanc.json"),
                configuration(directory, port, stowPort).encode());
        var process = new ProcessBuilder(EXECUTABLE.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("orthanc.log").toFile())
                .start();
        var orthanc = new OrthancProcess(process, port);
        Await.until(orthanc::isThere);
        return orthanc;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port + "/dicom-web");
    }

    /** Its own name of a resource that it has just been given. */
    String upload(byte[] file, String resource) throws IOException, InterruptedException {
        return new JsonObject(post("/instances", file)).getString(resource);
    }

    /** Stores one of its resources at the server it knows; what it says of that. */
    JsonObject stow(String resource) throws IOException, InterruptedException {
        var order =
                new JsonObject().put("Resources", new JsonArray().add(resource)).put("Synchronous", true);
        return new JsonObject(
                post("/dicom-web/servers/auricle/stow", order.encode().getBytes(StandardCharsets.UTF_8)));
    }

    void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private String post(String path, byte[] body) throws IOException, InterruptedException {
        var answer = send(request(path).POST(BodyPublishers.ofByteArray(body)));
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private boolean isThere() {
        try {
            return send(request("/system")).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        var who = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + who);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject configuration(Path directory, int port, int stowPort) throws IOException {
        var server = new JsonObject()
                .put("Url", "http://127.0.0.1:" + stowPort + "/dicom-web/")
                .put("HttpHeaders", new JsonObject().put("Authorization", "Bearer " + WebClientSide.TOKEN));
        return new JsonObject()
                .put("StorageDirectory", directory.resolve("storage").toString())
                .put("IndexDirectory", directory.resolve("storage").toString())
                .put("HttpPort", port)
                .put("KeepAlive", false)
                .put("DicomPort", freePort())
                .put("RemoteAccessAllowed", false)
                .put("AuthenticationEnabled", true)
                .put("RegisteredUsers", new JsonObject().put(USER, PASSWORD))
                .put("DicomWeb", new JsonObject().put("Servers", new JsonObject().put("auricle", server)))
                .put("Plugins", new JsonArray().add(PLUGIN.toString()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
