package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationErrorsTest {
    private static final String SECRET = "d41d8cd98f00b204e9800998ecf8427e";

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    reciever: {}                            | auricle.yaml: reciever: unknown section; valid here: aggregator, dicom,
                    ingest: {recieve: {port: 104}}          | auricle.yaml: ingest.recieve: unknown key; valid here: application, receive, backfill, assemble,
                    ingest: {receive: {prot: 104}}          | auricle.yaml: ingest.receive.prot: unknown key; valid here: host, port,
                    ingest: {receive: {port: dicom}}        | auricle.yaml: ingest.receive.port: 'dicom' is not a whole number
                    ingest: {receive: {port: 70000}}        | auricle.yaml: ingest.receive: port must be between 0 and 65535, got 70000
                    ingest: {receive: {host: '${NO_HOST}'}} | auricle.yaml: ingest.receive.host: the environment variable NO_HOST is not set
                    dicom: {toolkit: pixelmed}              | auricle.yaml: dicom: there is no DICOM toolkit pixelmed, only auricle
                    ingest: [receive]                       | auricle.yaml: ingest: a mapping of keys to values is wanted
                    """)
    void what_is_wrong_is_named_with_its_path_its_value_and_what_would_be_valid(String yaml, String sentence)
            throws IOException {
        // Given: no broker at all, so the file is read before anything is asked of one
        var file = write("auricle.yaml", "federation: {bootstrap: 'nowhere'}\n" + yaml);
        // When
        var refused = Outcome.of("ingest", "--config", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.sentence()).contains(sentence).startsWith("auricle: " + directory);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_named_with_how_to_name_another() {
        // When
        var refused = Outcome.of("topics", "--config", directory.resolve("absent.yaml"));
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.sentence()).contains("absent.yaml is not there", "--config");
    }

    @ParameterizedTest
    @CsvSource({"aeTitel", "secret2"})
    void a_secret_is_not_shown_when_something_beside_it_is_wrong(String key) throws IOException {
        // Given
        var file = write(
                "auricle.yaml",
                "site: {hospitals: [{name: north, aeTitle: NORTH, secret: %s, %s: %s}]}"
                        .formatted(SECRET, key, SECRET));
        // When
        var refused = Outcome.of("topics", "--config", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.sentence()).contains("site.hospitals[0]." + key).doesNotContain(SECRET);
    }

    @Test
    void a_hospital_that_the_configuration_does_not_have_is_refused_with_those_it_has() throws IOException {
        // Given
        var file = write(
                "auricle.yaml", "site: {hospitals: [{name: north, aeTitle: NORTH, secret: %s}]}".formatted(SECRET));
        // When
        var refused = Outcome.of("trainer", "--site", "nord", "--config", file);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.sentence()).contains("nord", "north").doesNotContain(SECRET);
    }

    @Test
    void a_key_that_no_plan_has_is_refused_before_any_broker_is_asked() throws IOException {
        // Given
        var configuration = write("auricle.yaml", "federation: {bootstrap: 'nowhere'}");
        var plan = write("plan.yaml", "federation: atrium\nsites: [north]\nseeed: 7\n");
        // When
        var refused = Outcome.of("aggregator", "--plan", plan, "--config", configuration);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.PLAN.code());
        assertThat(refused.sentence()).contains("plan.yaml: seeed: unknown key; valid here: federation, sites, seed,");
    }

    @Test
    void an_address_that_is_none_is_said_to_be_none() throws IOException {
        // Given
        var configuration = write("auricle.yaml", "federation: {bootstrap: 'nowhere'}");
        // When
        var refused = Outcome.of("aggregator", "--config", configuration);
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.BROKER_UNREACHABLE.code());
        assertThat(refused.sentence()).contains("nowhere", "bootstrap.servers");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
