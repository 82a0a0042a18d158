package dev.auricle.schemas.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanTest {
    private static final Path FILE = Path.of("src/test/resources/plan.yaml");
    private static final String CLASSES = """
            classes:
              - name: Left atrium
                category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                type: {value: "82471001", scheme: SCT, meaning: Left atrium}
            """;

    @Test
    void the_defaults_are_the_patents() {
        // When
        var plan = Plan.read(FILE);
        // Then
        assertThat(plan.preprocessing())
                .isEqualTo(new Preprocessing(List.of(), 0.6, 0.6, 1.25, 256, 256, Centre.BODY_MASK));
        assertThat(plan.quality()).isEqualTo(Quality.DEFAULT);
        assertThat(plan.rounds().rule()).isEqualTo(Rule.FEDAVG);
        assertThat(plan.rounds().shardLength()).isEqualTo(256 * 1024);
        assertThat(plan.quorum()).isEqualTo(3);
    }

    @Test
    void survives_the_wire() {
        // Given
        var plan = Plan.read(FILE);
        // When
        var returned = PlanRecords.fromRecord(PlanRecords.toRecord(plan));
        // Then
        assertThat(returned).isEqualTo(plan);
        assertThat(returned.sha256()).isEqualTo(plan.sha256());
    }

    @Test
    void limits_survive_the_wire() {
        // Given
        var plan = parse("federation: a\nsites: [north]\nquality: {mostSliceSpacing: 8, sliceOrder: numbered, "
                + "emptyLabels: true, labelVolumes: [{name: Left atrium, least: 20, most: 300}]}\n" + CLASSES);
        // When
        var returned = PlanRecords.fromRecord(PlanRecords.toRecord(plan));
        // Then
        assertThat(returned).isEqualTo(plan);
        assertThat(returned.quality().volumeOf(returned.classes().get(0)))
                .contains(new LabelVolume("Left atrium", 20, 300));
    }

    @Test
    void a_change_of_rounds_or_limits_changes_the_plan_but_not_the_preprocessing() {
        // Given
        var plan = parse("federation: a\nsites: [north]\n" + CLASSES);
        // When
        var longer = parse("federation: a\nsites: [north]\nrounds: {count: 20}\n" + CLASSES);
        var stricter = parse("federation: a\nsites: [north]\nquality: {mostSliceSpacing: 8}\n" + CLASSES);
        var coarser = parse("federation: a\nsites: [north]\npreprocessing: {rowSpacing: 2}\n" + CLASSES);
        // Then
        assertThat(longer.sha256()).isNotEqualTo(plan.sha256());
        assertThat(longer.preprocessingSha256()).isEqualTo(plan.preprocessingSha256());
        assertThat(stricter.sha256()).isNotEqualTo(plan.sha256());
        assertThat(stricter.preprocessingSha256()).isEqualTo(plan.preprocessingSha256());
        assertThat(coarser.preprocessingSha256()).isNotEqualTo(plan.preprocessingSha256());
    }

    @Test
    void a_plan_that_says_nothing_of_annotations_prepares_as_one_that_says_the_defaults() {
        // Given
        var silent = parse("federation: a\nsites: [north]\n" + CLASSES);
        // When
        var same = parse("federation: a\nsites: [north]\nannotations: {fewPoints: 12}\n" + CLASSES);
        var other = parse(
                "federation: a\nsites: [north]\nannotations: {weakShapes: [polygon, box], fewPoints: 0}\n" + CLASSES);
        // Then
        assertThat(silent.annotations()).isEqualTo(Annotations.DEFAULT);
        assertThat(same.preprocessingSha256()).isEqualTo(silent.preprocessingSha256());
        assertThat(other.preprocessingSha256()).isNotEqualTo(silent.preprocessingSha256());
        assertThat(PlanRecords.fromRecord(PlanRecords.toRecord(other))).isEqualTo(other);
    }

    @Test
    void shapes_and_polygons_of_few_points_are_weak() {
        // Given
        var annotations = Annotations.DEFAULT;
        // Then
        assertThat(annotations.isWeak(OutlineShape.CIRCLE, 2)).isTrue();
        assertThat(annotations.isWeak(OutlineShape.POLYGON, 11)).isTrue();
        assertThat(annotations.isWeak(OutlineShape.POLYGON, 12)).isFalse();
    }

    @Test
    void a_sites_place_in_the_list_is_its_partition() {
        // Given
        var plan = Plan.read(FILE);
        // Then
        assertThat(plan.partitionOf("south")).isEqualTo(2);
        assertThatThrownBy(() -> plan.partitionOf("east"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("east");
    }

    @Test
    void labels_are_matched_whole_and_without_regard_to_case() {
        // Given
        var atrium = Plan.read(FILE).classes().get(0);
        // Then
        assertThat(atrium.matchesLabel("LEFT ATRIUM")).isTrue();
        assertThat(atrium.matchesLabel("la wall")).isTrue();
        assertThat(atrium.matchesLabel("not left atrium")).isFalse();
    }

    @Test
    void steps_get_shorter_with_every_merged_round() {
        // Given
        var plan = parse(
                "federation: a\n" + CLASSES + "sites: [a]\nlearning: {learningRate: 0.4, learningRateDecay: 0.5}");
        // Then
        assertThat(plan.learning().learningRateAfter(0)).isEqualTo(0.4);
        assertThat(plan.learning().learningRateAfter(3)).isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sites: [north, north]                    | plan.yaml: sites names a site twice: [north, north]
                    sites: [no/rth]                          | plan.yaml: site 'no/rth' is not a name: letters, digits, '.', '_', '-', at most 63
                    sites: []                                | plan.yaml: number of sites must be at least 1, got 0
                    sites: [a] ; rounds: {quorum: 2}          | plan.yaml: rounds.quorum is 2, but there are only 1 sites
                    sites: [a] ; rounds: {rule: krum}         | plan.yaml: rounds.rule: 'krum' is not one of [fedavg]
                    sites: [a] ; learning: {epochs: 2}        | plan.yaml: learning.epochs: unknown key; valid here: localEpochs, batchSize, learningRate, learningRateDecay, weightDecay, crossEntropyWeight, diceWeight, validationShare, augmentation
                    sites: [a] ; learning: {learningRate: -1} | plan.yaml: learning: learningRate must be positive, got -1.0
                    sites: [a] ; learning: {learningRateDecay: 2} | plan.yaml: learning: learningRateDecay must be between 0.0 and 1.0, got 2.0
                    sites: [a] ; annotations: {fractionalThreshold: 0} | plan.yaml: annotations: fractionalThreshold must be positive, got 0.0
                    sites: [a] ; annotations: {fractionalThreshold: 1.5} | plan.yaml: annotations: fractionalThreshold must be between 0.0 and 1.0, got 1.5
                    sites: [a] ; annotations: {weakShapes: [box, box]} | plan.yaml: annotations: weakShapes names a shape twice: [BOX, BOX]
                    sites: [a] ; annotations: {weakShapes: [square]} | plan.yaml: annotations.weakShapes[0]: 'square' is not one of [polygon, box, circle, ellipse, ellipsoid]
                    sites: [a] ; annotations: {fewPoints: 3} | plan.yaml: annotations: fewPoints must be 0 or more than 3, the fewest that a polygon has, got 3
                    sites: [a] ; annotations: {weakShapes: [polygon]} | plan.yaml: annotations: fewPoints must be 0 where weakShapes has every polygon, got 12
                    sites: [a] ; preprocessing: {rows: 100}   | plan.yaml: preprocessing.rows must be a multiple of 16 for a network of depth 4, got 100
                    sites: [a] ; quality: {leastPixelSpacing: 3, mostPixelSpacing: 2} | plan.yaml: quality: leastPixelSpacing is 3.0, but mostPixelSpacing only 2.0
                    sites: [a] ; quality: {leastSliceSpacing: 0} | plan.yaml: quality: leastSliceSpacing must be positive, got 0.0
                    sites: [a] ; quality: {mostLabelOutside: 2} | plan.yaml: quality: mostLabelOutside must be between 0.0 and 1.0, got 2.0
                    sites: [a] ; quality: {sliceOrder: odd} | plan.yaml: quality.sliceOrder: 'odd' is not one of [any, numbered]
                    sites: [a] ; quality: {labelVolumes: [{name: Liver, most: 9}]} | plan.yaml: quality.labelVolumes: there is no class 'Liver', only [Left atrium]
                    sites: [a] ; quality: {labelVolumes: [{name: Left atrium, least: 9, most: 8}]} | plan.yaml: quality.labelVolumes[0]: least is 9.0, but most only 8.0
                    sites: [a] ; quality: {labelVolumes: [{name: A, most: 9}, {name: A, most: 8}]} | plan.yaml: quality: labelVolumes names a class twice: [A, A]
                    """)
    void a_plan_that_cannot_be_followed_is_refused_with_a_reason(String yaml, String message) {
        assertThatThrownBy(() -> parse("federation: a\n" + CLASSES + yaml.replace(" ; ", "\n")))
                .isInstanceOf(UnableToReadConfiguration.class)
                .hasMessage(message);
    }

    private static Plan parse(String yaml) {
        return Configuration.parse(yaml, "plan.yaml", Map.of()).as(Plan.class);
    }
}
