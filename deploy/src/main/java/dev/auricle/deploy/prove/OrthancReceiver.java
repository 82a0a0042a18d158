package dev.auricle.deploy.prove;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.auricle.deploy.embed.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Orthanc with an empty store and its settings as they come; it writes files and an index, and waits for neither to be on
 * the disk.
 *
 * @param noDelay whether DCMTK in it switches Nagle's algorithm off, which it does not do by itself
 */
record OrthancReceiver(boolean noDelay) implements StoreReceiver {
    @Override
    public String name() {
        return noDelay ? "Orthanc, TCP_NODELAY" : "Orthanc";
    }

    @Override
    public Listening listen(Path folder) {
        int port = Ports.free();
        var settings = Map.of(
                "StorageDirectory",
                folder.toString(),
                "IndexDirectory",
                folder.toString(),
                "HttpServerEnabled",
                false,
                "DicomAet",
                "ORTHANC",
                "DicomPort",
                port,
                "DicomAlwaysAllowStore",
                true);
        try {
            var file = Files.write(folder.resolveSibling("orthanc.json"), new JsonMapper().writeValueAsBytes(settings));
            var process = ToolProcess.start(
                            List.of("Orthanc", file.toString()),
                            noDelay,
                            "orthanc",
                            folder.resolveSibling("orthanc.log"))
                    .awaitPort(port);
            return new Listening(port, "ORTHANC", process::stop);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
