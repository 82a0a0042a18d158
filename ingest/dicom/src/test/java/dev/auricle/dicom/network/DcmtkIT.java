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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Loopback loopback = new Loopback();
    private final DicomNetwork network = loopback.network();
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
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
    @ValueSource(strings = {"findscu", "movescu", "getscu"})
    void who_asks_us_as_an_archive_is_told_that_we_are_none(String program) throws Exception {
        // Given
        var tool = Tool.require(program);
        int port = listen(AssociationPolicy.anybody(ContextPolicy.archive()));
        // When
        var result = tool.run(List.of(
                "-v",
                "-S",
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=1.2.3",
                "127.0.0.1",
                Integer.toString(port)));
        // Then
        assertThat(result.output()).containsIgnoringCase("presentation context");
        assertThat(gathering.received()).isEmpty();
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
    void forty_associations_store_at_once() throws Exception {
        // Given
        var storescu = Tool.require("storescu");
        int port = listen(AssociationPolicy.anybody(ContextPolicy.archive()));
        var arguments = new ArrayList<>(List.of("127.0.0.1", Integer.toString(port)));
        for (int pixels : List.of(2, 4000, 100_000)) {
            arguments.add(write(image(pixels), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                    .toString());
        }
        // When
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 40; i++) {
            processes.add(storescu.start(arguments, Map.of(), folder.resolve(i + ".log")));
        }
        // Then
        for (var process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(gathering.received()).hasSize(120);
    }

    @Test
    void storescu_shows_its_users_name_and_passcode_and_is_told_that_they_are_good() throws Exception {
        // Given
        var storescu = Tool.require("storescu");
        int port = listen(new IdentifiedUsers(
                shown -> shown.type() == 2
                        && shown.primary().toString().equals("who")
                        && shown.secondary().toString().equals("right"),
                AssociationPolicy.anybody(ContextPolicy.archive())));
        var address = List.of("-rsp", "127.0.0.1", Integer.toString(port));
        var file = write(image(2), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).toString();
        // When
        var known = storescu.run(Stream.of(List.of("-usr", "who", "-pwd", "right"), address, List.of(file))
                .flatMap(List::stream)
                .toList());
        var unknown = storescu.run(Stream.of(List.of("-usr", "who", "-pwd", "wrong"), address, List.of(file))
                .flatMap(List::stream)
                .toList());
        // Then
        assertThat(known.exit()).as(known.output()).isZero();
        assertThat(unknown.exit()).as(unknown.output()).isNotZero();
        assertThat(gathering.received()).hasSize(1);
    }

    @Test
    void storescp_stores_what_we_send() throws Exception {
        // Given
        var storescp = Tool.require("storescp");
        int port = Loopback.freePort();
        var images = List.of(image(0), image(4084), image(600_000), segmentation());
        var process = storescp.start(
                List.of("-aet", "THEIRS", "-od", folder.toString(), "+xa", Integer.toString(port)),
                Map.of(),
                folder.resolve("storescp.log"));
        try {
            var peer = new Peer("127.0.0.1", port, "THEIRS", "AURICLE");
            loopback.awaitEcho(peer);
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
}
