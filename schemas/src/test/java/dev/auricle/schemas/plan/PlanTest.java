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
        assertThat(plan.learningRateAfter(0)).isEqualTo(0.4);
        assertThat(plan.learningRateAfter(3)).isEqualTo(0.05);
    }

    @Test
    void or_shorter_by_a_polynomial_that_ends_with_the_last_round() {
        // Given
        var plan = parse("federation: a\n" + CLASSES
                + "sites: [a]\nlearning: {learningRate: 0.4, polynomialDecay: 0.5}\nrounds: {count: 4}");
        // Then
        assertThat(plan.learningRateAfter(0)).isEqualTo(0.4);
        assertThat(plan.learningRateAfter(3)).isEqualTo(0.2);
    }

    @Test
    void one_line_chooses_the_method_and_one_the_adversary() {
        // When
        var plan = parse("federation: a\n" + CLASSES + "sites: [a]\nmethod: decoupled\nlearning: {adversary: pgd}");
        // Then
        assertThat(plan.method()).isEqualTo(Method.of(MethodName.DECOUPLED));
        assertThat(plan.method().decoupled()).isEqualTo(Decoupled.DEFAULT);
        assertThat(plan.learning().adversary().stepLength()).isEqualTo(0.1 / 3);
    }

    @Test
    void a_plan_that_says_nothing_of_method_adversary_and_habits_is_as_it_was() {
        // Given
        var silent = parse("federation: a\n" + CLASSES + "sites: [a]");
        // Then
        assertThat(silent.method()).isEqualTo(Method.DEFAULT);
        assertThat(silent.learning().adversary()).isEqualTo(Adversary.DEFAULT);
        assertThat(silent.learning().augmentation().labelHabits()).isEqualTo(LabelHabits.DEFAULT);
        assertThat(PlanRecords.toRecord(silent).hasMethod()).isFalse();
        assertThat(PlanRecords.toRecord(silent).getLearning().hasAdversary()).isFalse();
    }

    @Test
    void method_adversary_habits_and_channels_survive_the_wire() {
        // Given
        var plan = parse("federation: a\n" + CLASSES + """
                        sites: [a]
                        network: {channels: [32, 64, 128, 256, 256]}
                        method: {name: decoupled, decoupled: {latent: 4, alpha: 0.02, lambda: 0.1, q: 0.5}}
                        learning:
                          augmentation: {labelHabits: {probability: 0.5, operations: [erosion], mostRadius: 3}}
                          adversary: {name: segpgd, epsilon: 0.3, step: 0.1, steps: 7, randomStart: false, share: 1}
                        """);
        // When
        var returned = PlanRecords.fromRecord(PlanRecords.toRecord(plan));
        // Then
        assertThat(returned).isEqualTo(plan);
        assertThat(returned.network().levels()).containsExactly(32, 64, 128, 256, 256);
        assertThat(returned.network().sizeStep()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({
        "method: fedprox, method: ditto, true",
        "method: fedper, method: fedrep, true",
        "method: fedavg, method: fedbn, false",
        "method: fedavg, method: decoupled, false",
        "'network: {baseChannels: 4, depth: 1}', 'network: {channels: [4, 8]}', true",
        "'network: {baseChannels: 4, depth: 1}', 'network: {channels: [4, 4]}', false"
    })
    void a_plan_goes_on_from_a_model_of_the_same_kind(String earlier, String later, boolean goesOn) {
        // Given
        var head = "federation: a\n" + CLASSES + "sites: [a]\n";
        // Then
        assertThat(parse(head + later).goesOnFrom(parse(head + earlier))).isEqualTo(goesOn);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sites: [north, north]                    | plan.yaml: sites names a site twice: [north, north]
                    sites: [no/rth]                          | plan.yaml: site 'no/rth' is not a name: letters, digits, '.', '_', '-', at most 63
                    sites: []                                | plan.yaml: number of sites must be at least 1, got 0
                    sites: [a] ; rounds: {quorum: 2}          | plan.yaml: rounds.quorum is 2, but there are only 1 sites
                    sites: [a] ; rounds: {rule: krum}         | plan.yaml: rounds.rule: 'krum' is not one of [fedavg]
                    sites: [a] ; learning: {epochs: 2}        | plan.yaml: learning.epochs: unknown key; valid here: localEpochs, batchSize, learningRate, learningRateDecay, polynomialDecay, weightDecay, crossEntropyWeight, diceWeight, validationShare, augmentation, adversary
                    sites: [a] ; learning: {learningRate: -1} | plan.yaml: learning: learningRate must be positive, got -1.0
                    sites: [a] ; learning: {learningRateDecay: 2} | plan.yaml: learning: learningRateDecay must be between 0.0 and 1.0, got 2.0
                    sites: [a] ; learning: {learningRateDecay: 0.9, polynomialDecay: 0.9} | plan.yaml: learning: polynomialDecay is 0.9 and learningRateDecay 0.9: only one of them can shorten the steps
                    sites: [a] ; method: fedsgd              | plan.yaml: method.name: 'fedsgd' is not one of [fedavg, fedprox, fedbn, fedper, fedrep, ditto, decoupled, local, centralised]
                    sites: [a] ; method: [ditto]             | plan.yaml: method: a mapping of keys to values is wanted
                    sites: [a] ; method: {name: ditto, proximalMu: 0.1} | plan.yaml: method: proximalMu is a setting of fedprox, but the method is ditto
                    sites: [a] ; method: {decoupled: {latent: 4}} | plan.yaml: method: decoupled is a setting of decoupled, but the method is fedavg
                    sites: [a] ; method: {name: fedrep, headEpochs: 0} | plan.yaml: method: headEpochs must be at least 1, got 0
                    sites: [a] ; method: {name: decoupled, decoupled: {q: 0}} | plan.yaml: method.decoupled: q must be positive, got 0.0
                    sites: [a] ; method: {name: decoupled, decoupled: {latent: 0}} | plan.yaml: method.decoupled: latent must be between 1 and 256, got 0
                    sites: [a] ; method: {name: decoupled, decoupled: {alpha: NaN}} | plan.yaml: method.decoupled: alpha must be between 0.0 and 1.0, got NaN
                    sites: [a] ; method: {name: decoupled, decoupled: {lambda: 0.1}} | plan.yaml: method.decoupled.lambda is 0.1, the weight of adversarial samples, but learning.adversary is none
                    sites: [a] ; learning: {adversary: {epsilon: 0.3}} | plan.yaml: learning.adversary: epsilon is given, but an adversary of the name none has no use for it
                    sites: [a] ; learning: {adversary: {name: fgsm, steps: 7}} | plan.yaml: learning.adversary: steps is given, but an adversary of the name fgsm has no use for it
                    sites: [a] ; learning: {adversary: {name: pgd, epsilon: 0}} | plan.yaml: learning.adversary: epsilon must be positive, got 0.0
                    sites: [a] ; learning: {adversary: {name: pgd, step: 0.3}} | plan.yaml: learning.adversary: step is 0.3, but epsilon only 0.1: steps of more than twice epsilon only jump to and fro
                    sites: [a] ; learning: {adversary: {name: pgd, restarts: 3, randomStart: false}} | plan.yaml: learning.adversary: restarts is 3, but without randomStart each would be the same
                    sites: [a] ; learning: {augmentation: {labelHabits: {most: 5}}} | plan.yaml: learning.augmentation.labelHabits: most must be between 1 and 4, got 5
                    sites: [a] ; learning: {augmentation: {labelHabits: {leastRadius: 3}}} | plan.yaml: learning.augmentation.labelHabits: leastRadius is 3.0, but mostRadius only 2.0
                    sites: [a] ; network: {channels: [32, 64], depth: 2} | plan.yaml: network: channels says the size of every level: baseChannels and depth must not be given with it
                    sites: [a] ; network: {channels: [32, 30]} | plan.yaml: network: channels must be a multiple of 4, got 30
                    sites: [a] ; network: {channels: [32]} | plan.yaml: network: number of channels must be between 2 and 7, got 1
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
