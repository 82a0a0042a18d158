package dev.auricle.deploy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import dev.auricle.deploy.document.Documents.Document;
import dev.auricle.deploy.launch.Auricle;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.PlanRecord;
import dev.auricle.schemas.topic.Topic;
import dev.auricle.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:`|^ *|/|\\$ )auricle ([a-z]+)(?![.:])([^`\\n#]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern EVENT = Pattern.compile("(?ms)^```textproto\\n# ([a-z.]+), key (\\S+)\\n(.*?)^```$");
    private static final Pattern TOPIC_ROW = Pattern.compile("\\| `[a-z.]+` \\| (site|hub|both) \\|");
    private static final Pattern REFUSAL_ROW = Pattern.compile("\\| `[A-Z_]+` \\| [a-z]+ \\| .*");
    private static final Pattern KEY_TABLE =
            Pattern.compile("(?m)^\\| key \\| default \\|.*\\n\\|[-| ]+\\n((?:\\|.*\\n)+)");
    private static final Pattern KEY_ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `?([^|`]*?)`? \\|");

    static List<Document> documents() {
        return Documents.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_lead_to_files_that_are_there(Document document) {
        // When
        var links = document.find(LINK).stream()
                .map(link -> document.file().resolveSibling(link.group(1)).normalize());
        // Then
        assertThat(links)
                .allSatisfy(target ->
                        assertThat(Files.exists(target)).as("%s", target).isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commands_and_their_options_are_there(Document document) {
        // When
        var commands = document.find(COMMAND);
        // Then
        assertThat(commands).allSatisfy(found -> {
            var subcommands = new CommandLine(new Auricle()).getSubcommands();
            assertThat(subcommands).containsKey(found.group(1));
            var command = requireNonNull(subcommands.get(found.group(1)));
            var rest = found.group(2).strip();
            var inner = command.getSubcommands().get(rest.split(" ", 2)[0]);
            assertThat(OPTION.matcher(rest).results().map(option -> option.group()))
                    .as(found.group())
                    .isSubsetOf((inner == null ? command : inner)
                            .getCommandSpec()
                            .optionsMap()
                            .keySet());
        });
    }

    @Test
    void every_topic_with_a_writer_has_an_example_that_reads_as_its_record() throws Exception {
        // When
        Map<String, Message> examples = new HashMap<>();
        for (var document : Documents.all()) {
            for (var event : document.find(EVENT)) {
                examples.put(event.group(1), parse(event.group(1), event.group(2), event.group(3)));
            }
        }
        // Then
        assertThat(examples.keySet())
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .<String>map(Topic::name)
                        .filter(name -> !name.equals(Topics.AUDIT.name()))
                        .toList());
    }

    @Test
    void the_readme_has_every_topic_as_it_is_declared() throws IOException {
        // When
        var rows = Files.readAllLines(Documents.ROOT.resolve("README.md")).stream()
                .filter(line -> TOPIC_ROW.matcher(line).lookingAt())
                .toList();
        // Then
        assertThat(rows)
                .zipSatisfy(
                        Topics.ALL,
                        (row, topic) -> assertThat(row)
                                .startsWith("| `" + topic.name() + "` | "
                                        + topic.cluster().name().toLowerCase(Locale.ROOT))
                                .endsWith("| " + partitions(topic) + " | " + kept(topic) + " |"));
    }

    @Test
    void every_key_is_described_with_its_default() {
        // Given
        var known = new TreeMap<>(ConfigurationKeys.ofConfiguration());
        known.putAll(ConfigurationKeys.ofPlan());
        // When
        var described = new TreeMap<String, String>();
        for (var document : Documents.all()) {
            for (var table : document.find(KEY_TABLE)) {
                KEY_ROW.matcher(table.group(1)).results().forEach(row -> described.put(row.group(1), row.group(2)));
            }
        }
        // Then
        assertThat(described).isEqualTo(known);
    }

    @Test
    void the_gateways_readme_has_every_refusal_in_order() throws IOException {
        // When
        var rows = Files.readAllLines(Documents.ROOT.resolve("ingest/gateway/README.md")).stream()
                .filter(line -> REFUSAL_ROW.matcher(line).matches());
        // Then
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(Refusal.values())
                        .map(refusal -> "| `%s` | %s | %s |"
                                .formatted(
                                        refusal.name(),
                                        refusal.stage().name().toLowerCase(Locale.ROOT),
                                        refusal.meaning()))
                        .toList());
    }

    private static String partitions(Topic<?, ?> topic) {
        return switch (topic.partitions()) {
            case ONE -> "1";
            case PARALLEL -> "`parallelism`";
            case PER_SITE -> "one a site";
            case LANES -> "`lanes`";
        };
    }

    private static String kept(Topic<?, ?> topic) {
        return switch (topic.retention()) {
            case BY_TIME -> "`keep`";
            case LONG -> "`keepLong`";
            case FOREVER -> "for ever";
            case COMPACTED -> "last of each key";
        };
    }

    /** A record's text, read by its topic's own serdes on the way. */
    private static Message parse(String name, String key, String text) throws Exception {
        var topic = Topics.ALL.stream()
                .filter(declared -> declared.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no topic is called " + name));
        var builder = topic.equals(Topics.PLANS) ? PlanRecord.newBuilder() : builderOf(topic);
        TextFormat.merge(text, builder);
        var message = builder.build();
        assertThat(topic.keySerde().deserializer().deserialize(name, key.getBytes(UTF_8)))
                .isNotNull();
        assertThat(topic.valueSerde().deserializer().deserialize(name, message.toByteArray()))
                .isNotNull();
        return message;
    }

    private static Message.Builder builderOf(Topic<?, ?> topic) {
        var empty = topic.valueSerde().deserializer().deserialize(topic.name(), new byte[0]);
        return ((Message) empty).newBuilderForType();
    }
}
