package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged conversations between dcmtk's users and our provider, and what our provider says to them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzIT {
    private final Loopback loopback = new Loopback();
    private final Vertx vertx = Vertx.vertx();
    private final List<Buffer> byRequestors = Collections.synchronizedList(new ArrayList<>());
    private final List<Buffer> byAcceptors = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
        loopback.close();
    }

    @Test
    void no_damaged_conversation_of_dcmtk_does_anything_but_end() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, new GatheringScp());
        var port = Integer.toString(recording(server.port()));
        var file = folder.resolve("image.dcm");
        DicomFile.of(Loopback.image(1, 10_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .write(file);
        Tool.require("echoscu").run(List.of("--repeat", "3", "127.0.0.1", port));
        Tool.require("storescu").run(List.of("-usr", "who", "-pwd", "passcode", "127.0.0.1", port, file.toString()));
        Tool.require("storescu").run(List.of("--abort", "-R", "127.0.0.1", port, file.toString()));
        Tool.require("findscu").run(List.of("-S", "-k", "0008,0052=STUDY", "127.0.0.1", port));
        assertThat(byRequestors).hasSize(4).allMatch(said -> said.length() > 0);
        assertThat(byAcceptors).hasSize(4).allMatch(said -> said.length() > 0);
        // When
        var fuzzing = new Fuzzing(byRequestors, byAcceptors);
        // Then
        fuzzing.run();
    }

    /** Stands between a peer and the port, and writes down what either says. */
    private int recording(int target) throws InterruptedException, TimeoutException {
        var client = vertx.createNetClient();
        return Await.result(vertx.createNetServer()
                        .connectHandler(caller -> {
                            caller.pause();
                            client.connect(target, "127.0.0.1").onSuccess(called -> {
                                join(caller, called, byRequestors);
                                join(called, caller, byAcceptors);
                                caller.resume();
                            });
                        })
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    private static void join(NetSocket from, NetSocket to, List<Buffer> said) {
        var all = Buffer.buffer();
        said.add(all);
        from.handler(read -> {
            all.appendBuffer(read);
            to.write(read);
        });
        from.closeHandler(gone -> to.close());
    }
}
