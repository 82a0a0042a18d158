package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.auricle.dicom.Tool;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PixelMed's toolkit, in both directions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PixelMedIT {
    private static final Path JAR = Path.of("/usr/share/java/pixelmed.jar");
    private static final Tool JAVA = new Tool(Path.of(System.getProperty("java.home"), "bin", "java"));

    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void require() {
        assumeTrue(Files.isReadable(JAR), "PixelMed is not installed (Debian package libpixelmed-java)");
    }

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void its_provider_stores_what_we_send() throws Exception {
        // Given
        int port = Loopback.freePort();
        var process = JAVA.start(
                pixelMed("StorageSOPClassSCPDispatcher", Integer.toString(port), "THEIRS", folder.toString()),
                Map.of(),
                folder.resolve("pixelmed.log"));
        try {
            var peer = new Peer("127.0.0.1", port, "THEIRS", "AURICLE");
            loopback.awaitEcho(peer);
            var images =
                    IntStream.of(2, 4084, 600_000).mapToObj(PixelMedIT::image).toList();
            // When
            var outcomes =
                    Await.result(new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT).send(peer, images));
            // Then
            assertThat(outcomes).hasSize(3).allMatch(SendOutcome::isStored);
        } finally {
            process.destroy();
        }
    }

    @Test
    void its_user_stores_here() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, gathering);
        var image = Loopback.image(600_000, 600_000).toBuilder()
                .set(Tags.STUDY_INSTANCE_UID, "1.2.3")
                .set(Tags.SERIES_INSTANCE_UID, "1.2.3.4")
                .build();
        var file = folder.resolve("image.dcm");
        DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        // When
        var result = JAVA.run(pixelMed(
                "StorageSOPClassSCU",
                "127.0.0.1",
                Integer.toString(server.port()),
                "AURICLE",
                "THEIRS",
                file.toString()));
        // Then
        assertThat(gathering.received())
                .as(result.output())
                .singleElement()
                .satisfies(received -> assertThat(received.dataSet().getBytes()).isEqualTo(Loopback.encoded(image)));
    }

    private static OutgoingInstance image(int pixels) {
        return OutgoingInstance.of(Loopback.image(pixels, pixels), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static List<String> pixelMed(String program, String... arguments) {
        return Stream.concat(
                        Stream.of("-Djava.awt.headless=true", "-cp", JAR.toString(), "com.pixelmed.network." + program),
                        Stream.of(arguments))
                .toList();
    }
}
