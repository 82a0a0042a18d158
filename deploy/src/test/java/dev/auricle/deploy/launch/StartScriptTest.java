package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script in a tree of its own, on machines that have only what a test says they have. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("bin", "auricle");
    private static final List<String> ALWAYS_THERE = List.of("dirname", "readlink", "sed", "head", "ls", "grep");

    @TempDir
    private Path directory;

    private Path tools = Path.of("");
    private Path script = Path.of("");

    @BeforeEach
    void layOut() throws IOException {
        assumeThat(Path.of("/bin/sh"))
                .as("the start script is for a POSIX shell")
                .isExecutable();
        tools = Files.createDirectory(directory.resolve("tools"));
        for (var tool : ALWAYS_THERE) {
            install(tools, tool, "exec " + find(tool) + " \"$@\"");
        }
        var bin = Files.createDirectories(directory.resolve("product/deploy/bin"));
        script = Files.copy(SCRIPT, bin.resolve("auricle"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void without_java_it_says_what_to_install() throws Exception {
        // When
        var ended = run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NO_JAVA.code());
        assertThat(ended.sentence())
                .isEqualTo("auricle: no Java was found; install a JDK 17 or newer, or set JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({"11.0.2", "1.8.0_392", "16", "9-ea"})
    void a_java_that_is_too_old_is_refused_with_its_version(String version) throws Exception {
        // Given
        installJava(tools, version);
        // When
        var ended = run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NO_JAVA.code());
        assertThat(ended.sentence())
                .isEqualTo("auricle: Java 17 or newer is needed, " + tools.resolve("java") + " is " + version);
    }

    @Test
    void a_java_that_does_not_say_its_version_is_refused() throws Exception {
        // Given
        install(tools, "java", "exit 1");
        // When
        var ended = run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NO_JAVA.code());
        assertThat(ended.sentence()).endsWith("is of no known version");
    }

    @Test
    void java_home_comes_before_the_path() throws Exception {
        // Given
        installJava(tools, "17.0.15");
        var home = directory.resolve("jdk");
        installJava(Files.createDirectories(home.resolve("bin")), "11.0.2");
        // When
        var ended = run(Map.of("JAVA_HOME", home.toString()));
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NO_JAVA.code());
        assertThat(ended.sentence()).contains(home + "/bin/java is 11.0.2");
    }

    @Test
    void unbuilt_and_without_maven_it_says_so() throws Exception {
        // Given
        installJava(tools, "17.0.15");
        // When
        var ended = run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NOT_BUILT.code());
        assertThat(ended.sentence()).contains("not built yet", "mvn");
    }

    @Test
    void when_the_build_fails_it_shows_the_first_errors_and_names_the_log() throws Exception {
        // Given
        installJava(tools, "17.0.15");
        install(tools, "mvn", "echo '[INFO] building'; echo '[ERROR] no disk'; exit 1");
        // When
        var ended = run(Map.of());
        // Then
        assertThat(ended.code()).isEqualTo(ExitCode.NOT_BUILT.code());
        assertThat(ended.screen())
                .contains("[ERROR] no disk", "the build failed; the log is " + directory + "/auricle-build-")
                .doesNotContain("[INFO]");
    }

    @Test
    void built_it_hands_its_words_to_java_as_they_are_from_wherever_it_is_linked() throws Exception {
        // Given
        installJava(tools, "17.0.15");
        var target = Files.createDirectories(directory.resolve("product/deploy/target/lib"));
        var jar = Files.createFile(target.resolveSibling("auricle-deploy-1.jar"));
        var link = Files.createSymbolicLink(directory.resolve("auricle"), script);
        // When
        var ended = run(link, Map.of("AURICLE_JAVA_OPTS", "-Xmx1g"), "dicom", "dump", "two words.dcm");
        // Then
        assertThat(ended.code()).isZero();
        assertThat(ended.screen().lines())
                .containsSubsequence(
                        "-Xmx1g",
                        "-cp",
                        jar.toRealPath() + ":" + target.toRealPath() + "/*",
                        Auricle.class.getName(),
                        "dicom",
                        "dump",
                        "two words.dcm");
    }

    private Ended run(Map<String, String> environment) throws IOException, InterruptedException {
        return run(script, environment);
    }

    private Ended run(Path command, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of(command.toString()), Stream.of(words))
                        .toList())
                .redirectErrorStream(true);
        process.environment().clear();
        process.environment().put("PATH", tools.toString());
        process.environment().put("TMPDIR", directory.toString());
        process.environment().putAll(environment);
        return Ended.of(process);
    }

    /** Says its version, or each of its words on a line. */
    private static void installJava(Path folder, String version) throws IOException {
        install(
                folder,
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"%s\" 2026-01-01' >&2; else printf '%%s\\n' \"$@\"; fi"
                        .formatted(version));
    }

    private static void install(Path folder, String name, String body) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path find(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
