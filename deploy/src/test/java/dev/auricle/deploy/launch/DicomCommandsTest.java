package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.deploy.embed.Ports;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomCommandsTest {
    private static final AssociationPolicy NOT_THIS_CALLED_TITLE =
            proposal -> new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
    private static final AssociationPolicy NOT_THIS_CALLING_TITLE =
            proposal -> new AssociationDecision.Reject(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED);

    @TempDir
    private Path directory;

    @Test
    void a_file_is_printed_with_and_without_what_it_says_of_a_patient() throws IOException {
        // Given
        var file = write("image.dcm", 1);
        // When
        var whole = Outcome.of("dicom", "dump", file);
        var hidden = Outcome.of("dicom", "dump", "--hide-values", file);
        // Then
        assertThat(whole.code()).isZero();
        assertThat(whole.out()).contains("(0010,0020) LO PatientID 8 bytes = SECRET-1");
        assertThat(hidden.code()).isZero();
        assertThat(hidden.out()).contains("(0010,0020) LO PatientID 8 bytes").doesNotContain("SECRET-1");
    }

    @Test
    void a_file_is_printed_as_json_and_long_values_are_referred_to() throws IOException {
        // Given
        var file = write("image.dcm", 1);
        // When
        var json = Outcome.of("dicom", "json", "--longest", "64", file);
        // Then
        assertThat(json.code()).isZero();
        assertThat(json.out())
                .contains("\"00100020\" : {", "\"SECRET-1\"", "\"BulkDataURI\" : \"file:", "image.dcm#7FE00010\"");
    }

    @Test
    void what_is_no_dicom_is_refused_with_one_sentence() throws IOException {
        // Given
        var noise = new byte[5_000];
        new Random(7).nextBytes(noise);
        var file = Files.write(directory.resolve("noise.dcm"), noise);
        // When
        var refused = Outcome.of("dicom", "dump", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.DICOM_UNREADABLE.code());
        assertThat(refused.sentence()).contains("noise.dcm", "neither a DICOM file nor a bare data set");
        assertThat(refused.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 140, 300, 1_000})
    void what_is_cut_short_is_refused_with_one_sentence(int length) throws IOException {
        // Given
        var file = write("image.dcm", 1);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
        // When
        var refused = Outcome.of("dicom", "dump", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.DICOM_UNREADABLE.code());
        assertThat(refused.sentence()).contains("image.dcm: at byte ").doesNotContain("SECRET-1");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_a_wrong_command_line() {
        // When
        var refused = Outcome.of("dicom", "dump", directory.resolve("absent.dcm"));
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("absent.dcm cannot be opened");
    }

    @Test
    void a_peer_that_is_there_answers() {
        try (var peer = StandInPeer.answering(DimseStatus.SUCCESS)) {
            // When
            var answered = Outcome.of("dicom", "echo", "127.0.0.1", peer.port(), "--called", "PACS");
            // Then
            assertThat(answered.code()).isZero();
            assertThat(answered.out()).startsWith("PACS@127.0.0.1:" + peer.port() + " answers 0000");
        }
    }

    @Test
    void an_attribute_that_there_is_not_cannot_be_asked_for() {
        // When
        var refused = Outcome.of("dicom", "find", "127.0.0.1", 104, "-k", "PatientsShoeSize=44");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("there is no attribute PatientsShoeSize");
    }

    @Test
    void a_value_that_an_attribute_cannot_have_is_refused_and_not_repeated() {
        // When
        var refused = Outcome.of("dicom", "find", "127.0.0.1", 104, "-k", "ReferencedSeriesSequence=SECRET-1");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("(0008,1115)").doesNotContain("SECRET-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "move --to NORTH", "get --output FOLDER"})
    void a_peer_that_is_no_archive_is_named(String command) {
        try (var peer = StandInPeer.answering(DimseStatus.SUCCESS)) {
            // Given
            var asked = "dicom %s 127.0.0.1 %d --called PACS -k StudyInstanceUID=1.2".formatted(command, peer.port());
            var arguments = asked.replace("FOLDER", directory.toString()).split(" ", -1);
            // When
            var refused = Outcome.of((Object[]) arguments);
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_REJECTED.code());
            assertThat(refused.sentence()).contains("PACS@127.0.0.1", "no accepted context for");
        }
    }

    @Test
    void a_port_that_nobody_listens_on_is_named() {
        // Given
        int port = Ports.free();
        // When
        var refused = Outcome.of("dicom", "echo", "127.0.0.1", port, "--called", "PACS");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.DICOM_UNREACHABLE.code());
        assertThat(refused.sentence()).contains("no connection to PACS@127.0.0.1:" + port);
    }

    @Test
    void a_peer_that_accepts_connections_and_says_nothing_is_not_waited_for_longer_than_asked() throws IOException {
        // Given
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var refused = Outcome.of("dicom", "echo", "127.0.0.1", silent.getLocalPort(), "--timeout", 1);
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_UNREACHABLE.code());
            assertThat(refused.sentence()).contains("no answer to the request for association in time");
        }
    }

    @Test
    void a_called_title_that_the_peer_does_not_know_is_named() {
        try (var peer = StandInPeer.deciding(NOT_THIS_CALLED_TITLE)) {
            // When
            var refused = Outcome.of("dicom", "echo", "127.0.0.1", peer.port(), "--called", "NOBODY");
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_REJECTED.code());
            assertThat(refused.sentence()).contains("NOBODY@127.0.0.1", "called AE title not recognized");
        }
    }

    @Test
    void a_calling_title_that_the_peer_does_not_know_is_named() {
        try (var peer = StandInPeer.deciding(NOT_THIS_CALLING_TITLE)) {
            // When
            var refused = Outcome.of("dicom", "echo", "127.0.0.1", peer.port(), "--calling", "STRANGER");
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_REJECTED.code());
            assertThat(refused.sentence()).contains("calling AE title not recognized", "calling AE title STRANGER");
        }
    }

    @Test
    void a_title_that_cannot_be_one_is_a_wrong_command_line() {
        // When
        var refused = Outcome.of("dicom", "echo", "127.0.0.1", 104, "--called", "LONGER_THAN_SIXTEEN");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("1 to 16 printable characters, got 'LONGER_THAN_SIXTEEN'");
    }

    @Test
    void what_a_peer_has_no_room_for_is_named_with_its_status() throws IOException {
        // Given
        var file = write("image.dcm", 1);
        try (var full = StandInPeer.answering(DimseStatus.OUT_OF_RESOURCES.because("disk full"))) {
            // When
            var refused = Outcome.of("dicom", "send", "127.0.0.1", full.port(), file);
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_NOT_STORED.code());
            assertThat(refused.out()).contains("not stored: " + file, "0 of 1 files stored");
            assertThat(refused.sentence()).contains("A700 disk full");
        }
    }

    @Test
    void a_peer_that_rejects_gets_nothing_and_each_file_is_named() throws IOException {
        // Given
        var file = write("image.dcm", 1);
        try (var peer = StandInPeer.deciding(NOT_THIS_CALLED_TITLE)) {
            // When
            var refused = Outcome.of("dicom", "send", "127.0.0.1", peer.port(), "--called", "NOBODY", file);
            // Then
            assertThat(refused.code()).isEqualTo(ExitCode.DICOM_REJECTED.code());
            assertThat(refused.out()).contains("not stored: " + file);
            assertThat(refused.sentence()).contains("NOBODY");
        }
    }

    @Test
    void what_cannot_be_read_is_named_and_everything_else_is_sent() throws IOException {
        // Given
        write("1.dcm", 1);
        var cut = write("2.dcm", 2);
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) - 100));
        var text = Files.writeString(directory.resolve("3.txt"), "not an image");
        write("4.dcm", 4);
        try (var peer = StandInPeer.answering(DimseStatus.SUCCESS)) {
            // When
            var sent = Outcome.of("dicom", "send", "127.0.0.1", peer.port(), directory);
            // Then
            assertThat(peer.received()).containsExactly("1.2.3.1", "1.2.3.4");
            assertThat(sent.out())
                    .contains(
                            "cannot be read, left out: " + cut,
                            "cannot be read, left out: " + text,
                            "2 of 4 files stored");
            assertThat(sent.code()).isEqualTo(ExitCode.DICOM_UNREADABLE.code());
            assertThat(sent.sentence()).isEqualTo("auricle: 2 files cannot be read");
        }
    }

    @Test
    void a_folder_with_nothing_in_it_is_not_taken_for_success() {
        // When
        var refused = Outcome.of("dicom", "send", "127.0.0.1", Ports.free(), directory);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.sentence()).contains("no files in [" + directory + "]");
    }

    @Test
    void tls_needs_somebody_who_vouches_for_the_peer() throws Exception {
        // Given
        var authority = new CertificateBuilder()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        var trust = Files.writeString(directory.resolve("ca.pem"), authority.getCertificatePEM());
        var signed = new CertificateBuilder().subject("CN=pacs.example").buildIssuedBy(authority);
        var credential = new Credential(
                Files.writeString(directory.resolve("pacs.pem"), signed.getCertificatePathPEM()),
                Optional.of(Files.writeString(directory.resolve("pacs.key"), signed.getPrivateKeyPEM())),
                "");
        var tls = new ServerTls(credential, Optional.of(trust), TlsProfile.BCP195, ServerTls.EVERY_MINUTE);
        try (var peer = StandInPeer.over(tls)) {
            var echo = List.<Object>of("dicom", "echo", "127.0.0.1", peer.port(), "--tls", "--tls-trust", trust);
            var named = List.<Object>of("--tls-name", "pacs.example");
            var own = List.<Object>of(
                    "--tls-certificate",
                    credential.certificates(),
                    "--tls-key",
                    credential.key().orElseThrow());
            // When
            var answered =
                    Outcome.of(Stream.of(echo, named, own).flatMap(List::stream).toArray());
            var elsewhere =
                    Outcome.of(Stream.of(echo, own).flatMap(List::stream).toArray());
            var unasked =
                    Outcome.of(Stream.of(echo, named).flatMap(List::stream).toArray());
            var clear = Outcome.of("dicom", "echo", "127.0.0.1", peer.port());
            // Then
            assertThat(answered.code()).isZero();
            assertThat(List.of(elsewhere.code(), unasked.code(), clear.code()))
                    .containsOnly(ExitCode.DICOM_UNREACHABLE.code());
            assertThat(elsewhere.sentence()).contains("the peer's certificate is for another host");
            assertThat(unasked.sentence()).contains("the peer refused with the TLS alert ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "send"})
    void a_certificate_that_is_not_there_is_named(String command) throws IOException {
        // Given
        var file = command.equals("send") ? List.<Object>of(write("image.dcm", 1)) : List.of();
        var absent = List.<Object>of("dicom", command, "127.0.0.1", 104, "--tls", "--tls-certificate", "absent.p12");
        // When
        var refused = Outcome.of(Stream.of(absent, file).flatMap(List::stream).toArray());
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.CERTIFICATE_UNUSABLE.code());
        assertThat(refused.sentence()).isEqualTo("auricle: absent.p12: is not there or cannot be read");
    }

    private Path write(String name, int number) throws IOException {
        var image = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "1.2.3." + number)
                .set(Tags.PATIENT_ID, "SECRET-1")
                .set(Tags.STUDY_INSTANCE_UID, "1.2")
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[2_000])
                .build();
        var file = directory.resolve(name);
        DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
        return file;
    }
}
