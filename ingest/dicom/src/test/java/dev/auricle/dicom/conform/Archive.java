package dev.auricle.dicom.conform;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.network.Peer;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An archive of somebody else's making, as a process of its own. */
public final class Archive implements AutoCloseable {
    /** How every archive is called, and how it knows us. */
    static final String TITLE = "ARCHIVE";

    static final String OURS = "AURICLE";

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(LOWEST_PORT + (int) (ProcessHandle.current().pid() % (HIGHEST_PORT - LOWEST_PORT)));

    private final Process process;
    private final int port;

    private Archive(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Whose making. */
    public enum Kind {
        DCMQRSCP {
            @Override
            Archive start(Path folder, int ourPort) throws IOException {
                int port = freePort();
                var storage = Files.createDirectories(folder.resolve("db"));
                var file = Files.writeString(
                        folder.resolve("dcmqrscp.cfg"), """
                        NetworkTCPPort = %d
                        MaxPDUSize = 16384
                        MaxAssociations = 16
                        HostTable BEGIN
                        ours = (%s, 127.0.0.1, %d)
                        HostTable END
                        VendorTable BEGIN
                        VendorTable END
                        AETable BEGIN
                        %s %s RW (200, 1024mb) ANY
                        AETable END
                        """.formatted(port, OURS, ourPort, TITLE, storage));
                return run("dcmqrscp", List.of("-c", file.toString()), folder, port);
            }
        },
        ORTHANC {
            @Override
            Archive start(Path folder, int ourPort) throws IOException {
                int port = freePort();
                var file = Files.writeString(
                        folder.resolve("orthanc.json"), """
                        {"StorageDirectory": "%s", "IndexDirectory": "%s", "HttpServerEnabled": false, "Plugins": [],
                         "DicomPort": %d, "DicomAet": "%s", "DicomCheckCalledAet": true, "DicomAlwaysAllowGet": true,
                         "DicomModalities": {"ours": {"AET": "%s", "Host": "127.0.0.1", "Port": %d,
                          "AllowStorageCommitment": true}}}
                        """.formatted(folder, folder, port, TITLE, OURS, ourPort));
                return run("Orthanc", List.of(file.toString()), folder, port);
            }
        };

        /** Starts one that knows us at this port. */
        abstract Archive start(Path folder, int ourPort) throws IOException;
    }

    private static Archive run(String program, List<String> arguments, Path folder, int port) throws IOException {
        var environment = Map.of("TCP_NODELAY", "1");
        return new Archive(Tool.require(program).start(arguments, environment, folder.resolve(program + ".log")), port);
    }

    /**
     * Below the ports that connections come from: who keeps calling one of those while nobody listens there yet may in
     * the end reach himself.
     */
    private static int freePort() throws IOException {
        for (int port = NEXT_PORT.getAndIncrement(); ; port = NEXT_PORT.getAndIncrement()) {
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                if (port > HIGHEST_PORT) {
                    throw taken;
                }
            }
        }
    }

    Peer peer() {
        return calling(TITLE);
    }

    /** The same, called by another name. */
    Peer calling(String title) {
        return new Peer("127.0.0.1", port, title, OURS);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
