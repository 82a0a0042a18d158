package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.syntax.DicomFile;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With dcmtk, in both directions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DcmtkIT {
    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    @Test
    void echoscu_is_answered() throws Exception {
        // Given
        var echoscu = Tool.require("echoscu");
        int port = listen(AssociationPolicy.anybody(ContextPolicy.archive()));
        // When
        var result = echoscu.run(List.of("-v", "-aec", "AURICLE", "127.0.0.1", Integer.toString(port)));
        // Then
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("Received Echo Response (Success)");
    }

    @Test
    void echoscu_is_told_why_it_is_rejected() throws Exception {
        // Given
        var echoscu = Tool.require("echoscu");
        int port = listen(proposal -> new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED));
        // When
        var result = echoscu.run(List.of("-v", "127.0.0.1", Integer.toString(port)));
        // Then
        assertThat(result.output()).contains("Called AE Title Not Recognized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4096", "16384", "131072"})
    void storescu_stores_images_of_several_lengths(String longestUnit) throws Exception {
        // Given
        var storescu = Tool.require("storescu");
        int port = listen(AssociationPolicy.anybody(ContextPolicy.archive()));
        var images = IntStream.of(0, 2, 4084, 100_000, 524_288)
                .mapToObj(DcmtkIT::image)
                .toList();
        var arguments = new ArrayList<>(
                List.of("-aec", "AURICLE", "--max-send-pdu", longestUnit, "127.0.0.1", Integer.toString(port)));
        for (var image : images) {
            arguments.add(write(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toString());
        }
        // When
        var result = storescu.run(arguments, Map.of("TCP_NODELAY", "1"));
        // Then
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(gathering.received().stream()
                        .map(received -> received.dataSet().getBytes()))
                .containsExactlyElementsOf(images.stream()
                        .map(image -> DataSetWriter.write(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                                .toArray())
                        .toList());
    }

    @Test
    void storescu_stores_a_segmentation_and_compressed_images_as_they_are() throws Exception {
        // Given
        var storescu = Tool.require("storescu");
        var corpus = SharedData.require("dicom_corpus");
        int port = listen(AssociationPolicy.anybody(ContextPolicy.archive()));
        var names = List.of(
                "dcmqi/segmentations/liver.dcm",
                "dcm4che/CT-JPEGLosslessSV1.dcm",
                "dcm4che/US-PAL-8-10x-echo",
                "dcm4che/report_dfl");
        var arguments = new ArrayList<>(List.of("-xf", config(names, corpus).toString(), "AURICLE"));
        arguments.addAll(List.of("127.0.0.1", Integer.toString(port)));
        names.forEach(name -> arguments.add(corpus.resolve(name).toString()));
        // When
        var result = storescu.run(arguments, Map.of("TCP_NODELAY", "1"));
        // Then
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(gathering.received())
                .hasSize(4)
                .allSatisfy(received -> assertThat(received.dataSet().length()).isPositive());
        var lossless = gathering.received().get(1);
        assertThat(lossless.request().transferSyntax()).isEqualTo(TransferSyntax.JPEG_LOSSLESS_SV1.uid());
        var original = DicomFile.read(corpus.resolve(names.get(1)));
        assertThat(lossless.dataSet().getBytes())
                .isEqualTo(DataSetWriter.write(original.dataSet(), original.transferSyntax())
                        .toArray());
    }

    @Test
    void storescp_stores_what_we_send() throws Exception {
        // Given
        var storescp = Tool.require("storescp");
        int port = freePort();
        var images = List.of(image(0), image(4084), image(600_000), segmentation());
        var process = storescp.start(
                List.of("-aet", "THEIRS", "-od", folder.toString(), "+xa", Integer.toString(port)),
                Map.of(),
                folder.resolve("storescp.log"));
        try {
            var peer = new Peer("127.0.0.1", port, "THEIRS", "AURICLE");
            awaitEcho(peer);
            // When
            var outcomes = Await.result(new StoreScu(network, AssociationTimeouts.DEFAULT)
                    .send(
                            peer,
                            images.stream()
                                    .map(image -> OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                                    .toList()));
            // Then
            assertThat(outcomes).hasSize(4).allMatch(SendOutcome::isStored);
            assertThat(stored()).containsExactlyInAnyOrderElementsOf(images);
        } finally {
            process.destroy();
        }
    }

    /** The one honest way to know that a provider is up: it answers. */
    private void awaitEcho(Peer peer) throws InterruptedException, TimeoutException {
        var offer = AssociationOffer.of(SopClass.VERIFICATION.uid());
        Await.until(() -> {
            var echo = network.connect(peer, offer, AssociationTimeouts.DEFAULT)
                    .compose(association -> association.echo().eventually(association::release))
                    .toCompletionStage()
                    .toCompletableFuture();
            return echo.handle((status, cause) -> cause == null).join();
        });
    }

    private List<DataSet> stored() throws IOException {
        try (var files = Files.list(folder)) {
            var stored = new ArrayList<DataSet>();
            for (var file :
                    files.filter(path -> !path.toString().endsWith(".log")).toList()) {
                stored.add(DicomFile.read(file).dataSet());
            }
            return stored;
        }
    }

    /** A context for each file, as storescu wants them said. */
    private Path config(List<String> names, Path corpus) throws IOException {
        var text = new StringBuilder("[[TransferSyntaxes]]\n");
        var contexts = new StringBuilder("[[PresentationContexts]]\n[Contexts]\n");
        for (int i = 0; i < names.size(); i++) {
            var file = DicomFile.read(corpus.resolve(names.get(i)));
            text.append("[Syntax%d]\nTransferSyntax1 = %s\n"
                    .formatted(i, file.transferSyntax().uid()));
            contexts.append("PresentationContext%d = %s\\Syntax%d\n"
                    .formatted(i + 1, file.dataSet().require(Tags.SOP_CLASS_UID).string(), i));
        }
        text.append(contexts).append("[[Profiles]]\n[AURICLE]\nPresentationContexts = Contexts\n");
        return Files.writeString(folder.resolve("storescu.cfg"), text);
    }

    private int listen(AssociationPolicy policy) throws InterruptedException, TimeoutException {
        var options = new ServerOptions("127.0.0.1", 0, AssociationLimits.DEFAULT);
        return Await.result(network.listen(options, policy, gathering)).port();
    }

    private Path write(DataSet dataSet, TransferSyntax syntax) throws IOException {
        var path = folder.resolve(dataSet.require(Tags.SOP_INSTANCE_UID).string() + ".dcm");
        DicomFile.of(dataSet, syntax).write(path);
        return path;
    }

    private static DataSet image(int pixels) {
        var noise = new byte[pixels];
        new Random(pixels).nextBytes(noise);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3." + pixels)
                .set(Tags.PATIENT_NAME, "Phantom")
                .set(Tags.PATIENT_ID, "1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                .bytes(Tags.PIXEL_DATA, Vr.OW, noise)
                .build();
    }

    private static DataSet segmentation() {
        return image(2).toBuilder()
                .set(Tags.SOP_CLASS_UID, SopClass.SEGMENTATION.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3.999")
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
