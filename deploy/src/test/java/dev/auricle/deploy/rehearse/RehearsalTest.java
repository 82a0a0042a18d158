package dev.auricle.deploy.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.deploy.observe.SimulationPage;
import dev.auricle.deploy.observe.Story;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.UpdateManifest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Federations of two sites in one process, on {@link Discs}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalTest {
    private static final String PLAN = """
        federation: atrium
        sites: [north, south]
        preprocessing: {rows: 16, columns: 16}
        classes:
          - name: Left atrium
            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
        network: {baseChannels: 4, depth: 1}
        learning: {localEpochs: 1, batchSize: 4, validationShare: 0.3}
        rounds: {count: 2, shardLength: 500, abandonLimit: 2}
        """;

    private final LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());

    @TempDir
    @SuppressWarnings("NullAway.Init") // by the extension
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"fedavg", "fedprox", "fedbn", "fedper", "fedrep", "ditto", "decoupled", "local"})
    void a_federation_of_any_method_comes_to_its_end_and_twice_to_the_same(String method) {
        // Given
        var plan = plan("method: " + method);
        Discs.write(directory, "north", 12);
        Discs.write(directory, "south", 8);
        // When
        var first = rehearse(plan, new ArrayList<>());
        var second = rehearse(plan, new ArrayList<>());
        // Then
        assertThat(first.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(first.model().orElseThrow().getVersion()).isEqualTo("atrium.2");
        assertThat(second.model()).isEqualTo(first.model());
        assertThat(second.sites()).isEqualTo(first.sites());
    }

    @Test
    void all_in_one_place_is_one_site_with_the_samples_of_all() {
        // Given
        var plan = plan("method: centralised");
        Discs.write(directory, "north", 12);
        Discs.write(directory, "south", 8);
        var answers = new ArrayList<UpdateManifest>();
        // When
        var end = rehearse(plan, answers);
        // Then
        assertThat(answers.get(0).getSamples()).isEqualTo(8 + 6);
        assertThat(end.modelOf("north")).isEqualTo(end.modelOf("south"));
    }

    @Test
    void a_site_of_which_nothing_is_drawn_declines_and_the_federation_gives_up() {
        // Given
        var plan = plan("");
        Discs.write(directory, "north", 12);
        Discs.writeUndrawn(directory, "south", 4);
        var answers = new ArrayList<UpdateManifest>();
        // When
        var end = rehearse(plan, answers);
        // Then
        assertThat(end.outcome()).isEqualTo(Outcome.GAVE_UP);
        assertThat(end.model()).isEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.getSite().equals("south"))
                .extracting(answer -> answer.getDeclined().getCode())
                .containsExactly("NO_LABELS", "NO_LABELS");
    }

    @Test
    void its_report_is_one_page_without_anything_from_elsewhere() throws IOException {
        // Given
        var plan = plan("");
        Discs.write(directory, "north", 12);
        Discs.write(directory, "south", 8);
        var screen = new StringWriter();
        var story = new Story(new PrintWriter(screen), false, Clock.systemUTC());
        // When
        var told = new Simulation(
                        engine, plan, SiteFolders.read(directory, plan), List.of(0.3), story, Clock.systemUTC())
                .run();
        new SimulationPage(told.report(), told.sheet()).write(directory.resolve("report.html"));
        told.report().write(directory.resolve("report.json"));
        // Then
        assertThat(screen.toString()).contains("round  1 of 2", "round  2 of 2", "north  loss");
        assertThat(Files.readString(directory.resolve("report.html")))
                .contains(
                        "Dice per site and round",
                        "Dice under attack",
                        "<polyline",
                        "data:image/png;base64,",
                        "uncertainty")
                .doesNotContain("<script", "src=\"http", "href=");
        assertThat(Files.readString(directory.resolve("report.json")))
                .contains(
                        "\"globalDice\"", "\"localDice\"", told.report().model().sha256());
    }

    @Test
    void a_folder_that_is_neither_is_refused_by_name() {
        assertThatThrownBy(() -> SiteFolders.read(directory, plan("")))
                .isInstanceOf(UnableToRehearse.class)
                .hasMessage(directory.resolve("north") + " holds neither samples.pb nor the folders images and masks");
    }

    @Test
    void exported_samples_are_read_back_in_their_order() {
        // Given
        var plan = plan("");
        Discs.write(directory, "north", 12);
        Discs.write(directory, "south", 8);
        var pairs = rehearse(plan, new ArrayList<>());
        var samples = new PngPairs(plan, "south").read(directory.resolve("south"));
        SampleFile.write(directory.resolve("south").resolve(SampleFile.NAME), samples::forEach);
        // When
        var exported = rehearse(plan, new ArrayList<>());
        // Then
        assertThat(exported.model()).isEqualTo(pairs.model());
    }

    private Rehearsed rehearse(Plan plan, List<UpdateManifest> answers) {
        var listener = new RehearsalListener() {
            @Override
            public void onAnswer(UpdateManifest answer) {
                answers.add(answer);
            }
        };
        return new Rehearsal(engine, plan, SiteFolders.read(directory, plan), listener, () -> false)
                .run()
                .orElseThrow();
    }

    private static Plan plan(String line) {
        return Configuration.parse(PLAN + line, "plan.yaml", Map.of()).as(Plan.class);
    }
}
