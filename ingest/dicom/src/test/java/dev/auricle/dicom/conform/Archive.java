package dev.auricle.dicom.conform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.CommitmentRequest;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.query.QueryRoot;
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

    /** The environment's variable for a folder with dcm4che's jars; it is not on Maven Central. */
    private static final String DCM4CHE_JARS = "AURICLE_DCM4CHE_LIB";

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
        },
        /** The archive among the tools of dcm4che, where {@link #DCM4CHE_JARS} says where its jars are. */
        DCM4CHE {
            @Override
            Archive start(Path folder, int ourPort) throws IOException {
                var jars = System.getenv(DCM4CHE_JARS);
                assumeTrue(jars != null, () -> DCM4CHE_JARS + " does not name a folder with dcm4che's jars");
                int port = freePort();
                var file = Files.writeString(
                        folder.resolve("ae.properties"), "%s=127.0.0.1:%d%n".formatted(OURS, ourPort));
                var arguments = List.of(
                        "-cp",
                        jars + "/*",
                        "org.dcm4che3.tool.dcmqrscp.DcmQRSCP",
                        "--bind",
                        TITLE + "@127.0.0.1:" + port,
                        "--dicomdir",
                        folder.resolve("DICOMDIR").toString(),
                        "--ae-config",
                        file.toString(),
                        "--storage-sop-classes",
                        properties(folder, List.of(SopClass.MR_IMAGE.uid(), CommitmentRequest.SOP_CLASS)),
                        "--query-sop-classes",
                        properties(folder, List.of(QueryRoot.STUDY.find(), QueryRoot.PATIENT.find())),
                        "--retrieve-sop-classes",
                        properties(
                                folder,
                                List.of(
                                        QueryRoot.STUDY.move(),
                                        QueryRoot.STUDY.get(),
                                        QueryRoot.PATIENT.move(),
                                        QueryRoot.PATIENT.get())),
                        "--pending-cget",
                        "--pending-cmove",
                        "1");
                return run(Tool.java(), arguments, folder, port);
            }
        };

        /** Starts one that knows us at this port. */
        abstract Archive start(Path folder, int ourPort) throws IOException;
    }

    /** A file that names SOP classes and, for each, the uncompressed transfer syntaxes. */
    private static String properties(Path folder, List<String> sopClasses) throws IOException {
        var lines = sopClasses.stream()
                .map(sopClass -> sopClass + "=" + TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid() + ","
                        + TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .toList();
        return Files.write(Files.createTempFile(folder, "sop-classes", ".properties"), lines)
                .toString();
    }

    private static Archive run(String program, List<String> arguments, Path folder, int port) throws IOException {
        return run(Tool.require(program), arguments, folder, port);
    }

    private static Archive run(Tool tool, List<String> arguments, Path folder, int port) throws IOException {
        var environment = Map.of("TCP_NODELAY", "1");
        return new Archive(tool.start(arguments, environment, folder.resolve("archive.log")), port);
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
