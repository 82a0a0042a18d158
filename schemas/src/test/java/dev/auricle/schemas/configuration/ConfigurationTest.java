package dev.auricle.schemas.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConfigurationTest {
    record Receive(
            @Default("127.0.0.1") String host,
            @Default("11112") int port,
            @Default("60s") Duration quietPeriod,
            Optional<URI> fhir,
            List<String> callers,
            Map<String, Double> weights,
            @Default("body-mask") Rule rule,
            Nested nested) {
        Receive {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("port must be between 1 and 65535, got " + port);
            }
        }
    }

    record Nested(
            @Default("true") boolean on,
            @Default("/var/lib") Path directory) {}

    record Guarded(Secret secret) {}

    enum Rule {
        BODY_MASK,
        IMAGE
    }

    @Test
    void what_the_file_does_not_say_takes_its_default() {
        // When
        var receive = parse("").section("receive", Receive.class);
        // Then
        assertThat(receive)
                .isEqualTo(new Receive(
                        "127.0.0.1",
                        11_112,
                        Duration.ofSeconds(60),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        Rule.BODY_MASK,
                        new Nested(true, Path.of("/var/lib"))));
    }

    @Test
    void what_the_file_says_is_typed_by_the_record() {
        // When
        var receive = parse("""
                        receive:
                          host: no
                          port: 4242
                          quietPeriod: 500ms
                          fhir: http://127.0.0.1:8080/fhir
                          callers: [PACS, 1.10]
                          weights: {a: 0.5}
                          rule: image
                          nested: {on: false}
                        """).section("receive", Receive.class);
        // Then
        assertThat(receive)
                .isEqualTo(new Receive(
                        "no",
                        4242,
                        Duration.ofMillis(500),
                        Optional.of(URI.create("http://127.0.0.1:8080/fhir")),
                        List.of("PACS", "1.10"),
                        Map.of("a", 0.5),
                        Rule.IMAGE,
                        new Nested(false, Path.of("/var/lib"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    receive: {prot: 1}            | auricle.yaml: receive.prot: unknown key; valid here: host, port, quietPeriod, fhir, callers, weights, rule, nested
                    receive: {port: abc}          | auricle.yaml: receive.port: 'abc' is not a whole number
                    receive: {port: 70000}        | auricle.yaml: receive: port must be between 1 and 65535, got 70000
                    receive: {quietPeriod: soon}  | auricle.yaml: receive.quietPeriod: 'soon' is not a duration such as 500ms, 60s, 10m, 2h or PT1M30S
                    receive: {callers: PACS}      | auricle.yaml: receive.callers: a list is wanted, such as [a, b]
                    receive: {callers: [{a: b}]}  | auricle.yaml: receive.callers[0]: one value is wanted, not a mapping
                    receive: {rule: chest}        | auricle.yaml: receive.rule: 'chest' is not one of [body-mask, image]
                    receive: {nested: {on: yes}}  | auricle.yaml: receive.nested.on: 'yes' is not true or false
                    receive: {host: '${NOBODY}'}  | auricle.yaml: receive.host: the environment variable NOBODY is not set
                    receive: [1]                  | auricle.yaml: receive: a mapping of keys to values is wanted
                    """)
    void what_is_wrong_is_named_with_its_path_and_what_is_valid(String yaml, String message) {
        assertThatThrownBy(() -> parse(yaml).section("receive", Receive.class))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessage(message);
    }

    @Test
    void environment_variables_stand_for_values() {
        // Given
        var environment = Map.of("PORT", "4242");
        // When
        var receive = Configuration.parse(
                        "receive: {port: '${PORT}', host: '${HOST:localhost}'}", "auricle.yaml", environment)
                .section("receive", Receive.class);
        // Then
        assertThat(receive.port()).isEqualTo(4242);
        assertThat(receive.host()).isEqualTo("localhost");
    }

    @Test
    void a_secret_never_shows() {
        // When
        var guarded = parse("secret: 0123456789abcdef").as(Guarded.class);
        // Then
        assertThat(guarded.secret().value()).isEqualTo("0123456789abcdef");
        assertThat(guarded.toString()).contains("redacted").doesNotContain("0123456789abcdef");
    }

    @Test
    void a_short_secret_is_refused_without_being_shown() {
        assertThatThrownBy(() -> parse("secret: hunter2").as(Guarded.class))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessageContaining("auricle.yaml: secret: a secret has at least 16 characters")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret: 'hunter2hunter2hunter2",
                "secret: *hunter2hunter2hunter2",
                "secret: !hunter2 x",
                "- hunter2"
            })
    void what_is_no_yaml_is_refused_without_being_quoted(String yaml) {
        assertThatThrownBy(() -> parse(yaml))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessageStartingWith("auricle.yaml: ")
                .satisfies(refused ->
                        assertThat(refused.toString() + refused.getCause()).doesNotContain("hunter2"));
    }

    @Test
    void a_missing_value_without_default_is_named() {
        assertThatThrownBy(() -> parse("").as(Guarded.class)).hasMessage("auricle.yaml: secret: missing");
    }

    @Test
    void a_section_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> parse("recieve: {}").withSections(Set.of("receive")))
                .hasMessage("auricle.yaml: recieve: unknown section; valid here: receive");
    }

    @Test
    void a_key_given_twice_is_refused() {
        assertThatThrownBy(() -> parse("receive: {port: 1, port: 2}"))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessageContaining("duplicate key port");
    }

    @Test
    void a_file_that_is_not_there_is_named(@TempDir Path directory) {
        var missing = directory.resolve("auricle.yaml");
        assertThatThrownBy(() -> Configuration.read(missing, Map.of()))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessageContaining(missing.toString());
    }

    private static Configuration parse(String yaml) {
        return Configuration.parse(yaml, "auricle.yaml", Map.of());
    }
}
