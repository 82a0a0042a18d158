package dev.auricle.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpTest {
    private static final String EXAMPLE = "Example: ";

    @Test
    void the_help_lists_every_command() {
        // When
        var help = Outcome.of("--help");
        // Then
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(" demo ", " topics ", " ingest ", " trainer ", " aggregator ", " inference ", " dicom ")
                .contains("Start with: auricle demo");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_shows_an_example_of_itself(String name) {
        // When
        var help = Outcome.of(Stream.concat(words(name), Stream.of("--help")).toArray());
        // Then
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains(EXAMPLE + "auricle " + name);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_a_command_line(String example) {
        assertThatCode(() ->
                        Auricle.commandLine().parseArgs(words(example).skip(1).toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_command_that_nobody_knows_is_refused_with_what_was_meant() {
        // When
        var refused = Outcome.of("topic");
        // Then
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("topics");
    }

    static List<String> commands() {
        return below(Auricle.commandLine())
                .map(command -> command.getCommandSpec().qualifiedName(" ").substring("auricle ".length()))
                .toList();
    }

    static List<String> examples() {
        return below(Auricle.commandLine())
                .flatMap(command ->
                        Arrays.stream(command.getCommandSpec().usageMessage().footer()))
                .filter(line -> line.startsWith(EXAMPLE))
                .map(line -> line.substring(EXAMPLE.length()))
                .toList();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .filter(sub -> !(sub.getCommand() instanceof HelpCommand))
                .flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
    }

    private static Stream<String> words(String line) {
        return Arrays.stream(line.split(" ", -1));
    }
}
