package dev.auricle.deploy.prove;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.network.Peer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Orthanc as a process of its own: a PACS with a storage of its own, that forwards every study as soon as it is stable. */
final class Orthanc implements AutoCloseable {
    /** How it is called and how it calls itself. */
    static final String AE_TITLE = "ORTHANC";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The whole study, whatever has been added to it: that is how routing in a hospital works. */
    private static final String FORWARD = """
            function OnStableStudy(study, tags, metadata)
              RestApiPost('/modalities/gateway/store', DumpJson({Resources = {study}, Synchronous = false}))
            end
            """;

    private final OrthancRest rest;
    private final Process process;

    private Orthanc(OrthancRest rest, Process process) {
        this.rest = rest;
        this.process = process;
    }

    /** Skips a test where it is not installed. */
    static void require() {
        assumeTrue(executable().isPresent(), "Orthanc is not installed (Debian package orthanc)");
        assumeTrue(plugin().isPresent(), "Orthanc's DICOMweb is not installed (Debian package orthanc-dicomweb)");
    }

    /**
     * Starts one.
     *
     * @param peers whom it knows, by the names it has for them; it forwards to the one it calls gateway
     */
    static Orthanc start(Path directory, int dicomPort, Map<String, Peer> peers) {
        int httpPort = Ports.free();
        try {
            var script = Files.writeString(Files.createDirectories(directory).resolve("forward.lua"), FORWARD);
            var configuration = JSON.writeValueAsString(configuration(directory, dicomPort, httpPort, peers, script));
            var file = Files.writeString(directory.resolve("orthanc.json"), configuration);
            var process = new ProcessBuilder(executable().orElseThrow().toString(), file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("orthanc.log").toFile())
                    .start();
            var rest = new OrthancRest(httpPort);
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> rest.get("/system").has("Version"));
            return new Orthanc(rest, process);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    OrthancRest rest() {
        return rest;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> configuration(
            Path directory, int dicomPort, int httpPort, Map<String, Peer> peers, Path script) {
        var modalities = new TreeMap<String, Object>();
        peers.forEach((name, peer) -> modalities.put(name, List.of(peer.calledAe(), peer.host(), peer.port())));
        var storage = directory.resolve("storage").toString();
        return Map.ofEntries(
                Map.entry("StorageDirectory", storage),
                Map.entry("IndexDirectory", storage),
                Map.entry("HttpPort", httpPort),
                // It would close idle connections that the client is just about to use again.
                Map.entry("KeepAlive", false),
                Map.entry("RemoteAccessAllowed", false),
                Map.entry("AuthenticationEnabled", false),
                Map.entry("DicomPort", dicomPort),
                Map.entry("DicomAet", AE_TITLE),
                Map.entry("DicomCheckCalledAet", true),
                Map.entry("DicomAlwaysAllowEcho", false),
                Map.entry("DicomAlwaysAllowStore", false),
                Map.entry("DicomCheckModalityHost", true),
                Map.entry("DicomModalities", modalities),
                // Long enough for a busy machine to store a study without a pause that looks like its end.
                Map.entry("StableAge", 3),
                Map.entry("LuaScripts", List.of(script.toString())),
                Map.entry("Plugins", List.of(plugin().orElseThrow().toString())));
    }

    private static Optional<Path> executable() {
        return Stream.of("/usr/sbin/Orthanc", "/usr/bin/Orthanc", "/usr/local/sbin/Orthanc")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> plugin() {
        return Stream.of("/usr/share/orthanc/plugins", "/usr/local/share/orthanc/plugins")
                .map(folder -> Path.of(folder, "libOrthancDicomWeb.so"))
                .filter(Files::isReadable)
                .findFirst();
    }
}
