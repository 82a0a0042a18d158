package dev.auricle.deploy.perform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.auricle.deploy.observe.DemoReport;
import dev.auricle.deploy.observe.Story;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The whole way with phantoms and one round: what it teaches is little, what arrives is everything. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
class DemoIT {
    private static final int HELD_OUT = 6;

    private final StringWriter screen = new StringWriter();
    private Path folder;
    private Demo demo;
    private DemoReport report;

    @BeforeAll
    void perform(@TempDir Path work) {
        folder = work;
        var settings = new DemoSettings(
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.of(1),
                7,
                false,
                Optional.of(work.resolve("results.png")),
                work.resolve("servers"));
        demo = new Demo(settings, new Story(new PrintWriter(screen), false, Clock.systemUTC()), Clock.systemUTC());
        // When
        report = demo.perform();
    }

    @AfterAll
    void close() {
        demo.close();
    }

    @Test
    void every_hospitals_studies_are_received_and_none_is_rejected() {
        assertThat(report.sites()).extracting(DemoReport.Site::name).containsExactly("north", "west", "south");
        assertThat(report.sites()).allSatisfy(site -> {
            assertThat(site.studies()).isEqualTo(10);
            assertThat(site.series()).isEqualTo(10);
            assertThat(site.slices()).isPositive();
            assertThat(site.rejected()).isZero();
        });
    }

    @Test
    void all_hospitals_take_part_and_a_model_is_released() {
        assertThat(report.rounds()).singleElement().satisfies(round -> {
            assertThat(round.participants()).isEqualTo(3);
            assertThat(round.siteDice()).containsOnlyKeys("north", "west", "south");
        });
        assertThat(report.model().sha256()).hasSize(64);
        assertThat(report.model().parameters()).isPositive();
    }

    @Test
    void every_new_study_has_its_own_seg_and_its_own_report() {
        assertThat(report.results()).hasSize(HELD_OUT);
        assertThat(report.results()).extracting(DemoReport.Result::segUid).doesNotHaveDuplicates();
        assertThat(report.results()).extracting(DemoReport.Result::fhirReport).doesNotHaveDuplicates();
    }

    @Test
    void what_the_archive_has_is_what_the_released_model_finds() {
        assertThat(report.test()).isEqualTo(lastRound());
    }

    @Test
    void the_report_and_the_picture_can_be_read_by_others() throws IOException {
        // When
        var file = folder.resolve("report.json");
        report.write(file);
        // Then
        var fields = new ObjectMapper().readTree(file.toFile());
        assertThat(List.of("sites", "rounds", "results", "model", "test", "seconds", "peakRssMb"))
                .allMatch(fields::has);
        assertThat(ImageIO.read(folder.resolve("results.png").toFile()).getHeight())
                .isGreaterThan(HELD_OUT * 200);
    }

    @Test
    void the_screen_tells_the_story_and_nothing_else() {
        assertThat(screen.toString())
                .contains("Studies arrive", "Hospitals learn", "round  1 of 1", "New studies come, results go out")
                .doesNotContain("Exception", "WARN", "INFO");
    }

    private DemoReport.Test lastRound() {
        var round = report.rounds().get(report.rounds().size() - 1);
        return new DemoReport.Test(round.globalDice(), round.siteDice());
    }
}
