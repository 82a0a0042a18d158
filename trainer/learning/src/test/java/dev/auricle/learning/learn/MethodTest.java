package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.attack.AttackSettings;
import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.learn.LearningOutcome.Diverged;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.measure.Spacing;
import dev.auricle.learning.method.AdversarialLesson;
import dev.auricle.learning.method.AdversarialTraining;
import dev.auricle.learning.method.Batch;
import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.DecoupledWeights;
import dev.auricle.learning.method.Ditto;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.FedBn;
import dev.auricle.learning.method.FedPer;
import dev.auricle.learning.method.FedProx;
import dev.auricle.learning.method.FedRep;
import dev.auricle.learning.method.Lesson;
import dev.auricle.learning.method.LocalOnly;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.Moment;
import dev.auricle.learning.method.NoSuchView;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.method.Terms;
import dev.auricle.learning.method.Turn;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.network.DecoupledSpec.Sight;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.TensorShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method promises, and what each one is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MethodTest {

    private static final LossWeights EVEN = LossWeights.even();
    private static final AdversarialTraining ATTACKED = new AdversarialTraining(AttackSettings.pgd(0.2, 2), 0.5);

    static Stream<Method> methods() {
        return Stream.of(
                new FedAvg(Scenes.SMALL, EVEN),
                new FedProx(Scenes.SMALL, EVEN, 0.1),
                new FedBn(Scenes.SMALL, EVEN),
                new FedPer(Scenes.SMALL, EVEN),
                new FedRep(Scenes.SMALL, EVEN, 1),
                new Ditto(Scenes.SMALL, EVEN, 0.1),
                new LocalOnly(Scenes.SMALL, EVEN),
                decoupled());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_round_changes_what_is_shared_and_what_stays_and_keeps_their_layouts(Method method) {
        // Given
        SiteModel first = Scenes.first(method, 1);

        // When
        SiteModel learned = learn(method, Scenes.settings(2, 1e-3, 1)).model();

        // Then
        assertThat(learned.shared().layout()).isEqualTo(method.shared());
        assertThat(learned.personal().state().layout()).isEqualTo(method.personal());
        assertThat(learned.isFinite()).isTrue();
        if (method.shared().parameters() > 0) {
            assertThat(learned.shared()).isNotEqualTo(first.shared());
        }
        if (method.personal().parameters() > 0) {
            assertThat(learned.personal()).isNotEqualTo(first.personal());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void no_tensor_is_both_shared_and_personal(Method method) {
        // Then
        assertThat(Collections.disjoint(names(method.shared()), names(method.personal())))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_same_round_gives_the_same_bytes_with_an_adversary_too(Method method) {
        // Given
        LearningSettings settings = Scenes.settings(1, 1e-3, 1).withstanding(ATTACKED);
        SiteModel once = learn(method, settings).model();

        // When
        SiteModel again = learn(method, settings).model();

        // Then
        assertThat(again).isEqualTo(once);
        assertThat(again)
                .isNotEqualTo(learn(method, Scenes.settings(1, 1e-3, 1)).model());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_site_predicts_and_everybody_does_where_there_is_a_model_for_everybody(Method method) {
        // Given
        SiteModel model = Scenes.first(method, 1);
        View everybodys = new View.Global(model.shared());

        // When
        Prediction own = predict(method, new View.Local(model));

        // Then
        assertThat(own.labels()).hasSize(32 * 32);
        if (method.hasGlobalModel()) {
            assertThat(predict(method, everybodys).labels()).hasSize(32 * 32);
        } else {
            assertThatExceptionOfType(NoSuchView.class).isThrownBy(() -> predict(method, everybodys));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_pixel_that_is_no_number_ends_the_round_without_a_model(Method method) {
        // Given
        float[] image = new float[32 * 32];
        image[5] = Float.NaN;
        Sample broken = new Sample("broken", new Slice(image, new byte[32 * 32], 32, 32), Spacing.unit());

        // When
        LearningOutcome outcome = new Learner(Scenes.ENGINE, method, Scenes.settings(1, 1e-3, 1))
                .learn(Scenes.first(method, 1), new SampleList(List.of(broken), 1), LearningListener.silent());

        // Then
        assertThat(outcome).isInstanceOf(Diverged.class);
    }

    @Test
    void what_stays_with_each_method() {
        // Then
        assertThat(names(new FedBn(Scenes.SMALL, EVEN).personal()))
                .isNotEmpty()
                .allMatch(name -> name.endsWith(".scale") || name.endsWith(".shift"));
        assertThat(names(new FedPer(Scenes.SMALL, EVEN).personal())).containsExactly("head.weight", "head.bias");
        assertThat(names(new Ditto(Scenes.SMALL, EVEN, 1).personal())).allMatch(name -> name.startsWith("own."));
        assertThat(names(new LocalOnly(Scenes.SMALL, EVEN).shared())).isEmpty();
        assertThat(names(decoupled().shared()))
                .noneMatch(name -> name.startsWith("da.") || name.startsWith("discriminator."));
    }

    @Test
    void a_site_that_joins_the_decoupled_federation_predicts_almost_as_everybody() {
        // Given
        Method method = decoupled();
        SiteModel late = method.join(method.initialShared(1), 1, "late");

        // When
        Prediction own = predict(method, new View.Local(late));

        // Then
        Prediction everybodys = predict(method, new View.Global(late.shared()));
        for (int i = 0; i < own.probabilities().length; i++) {
            assertThat(own.probabilities()[i]).isCloseTo(everybodys.probabilities()[i], within(0.1f));
        }
    }

    @Test
    void a_strong_pull_keeps_a_site_at_the_merged_model() {
        // Given
        Method free = new FedProx(Scenes.SMALL, EVEN, 0);
        Method held = new FedProx(Scenes.SMALL, EVEN, 1_000);
        SiteModel first = Scenes.first(free, 1);

        // When
        double withPull = distance(learn(held, Scenes.settings(2, 1e-3, 1)).model(), first);

        // Then
        double without = distance(learn(free, Scenes.settings(2, 1e-3, 1)).model(), first);
        assertThat(withPull).isLessThan(without / 2);
    }

    @Test
    void fed_rep_leaves_the_body_alone_while_the_head_learns() {
        // Given: as many epochs for the head as there are, and one step: it is the head's.
        Method method = new FedRep(Scenes.SMALL, EVEN, 1);
        SiteModel first = Scenes.first(method, 1);
        LearningOutcome outcome = new Learner(Scenes.ENGINE, method, Scenes.settings(1, 1e-3, 1))
                .learn(first, Scenes.ellipses(4, 1), LearningListener.silent());

        // When
        SiteModel learned = ((Learned) outcome).model();

        // Then
        assertThat(learned.shared()).isEqualTo(first.shared());
        assertThat(learned.personal()).isNotEqualTo(first.personal());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_thousand_attacked_steps_hold_no_more_arrays_than_the_first(Method method) {
        // Given
        Terms terms = new Terms(AdamSettings.usual(), 1, Turn.only(), 1);
        try (NDManager manager = Scenes.ENGINE.newManager();
                Lesson lesson = new AdversarialLesson(
                        manager, method.begin(manager, Scenes.first(method, 1), terms), ATTACKED, 1)) {
            List<Integer> held = new ArrayList<>();

            // When
            for (int step = 0; step < steps(method); step++) {
                try (NDManager scope = manager.newSubManager()) {
                    NDArray images = scope.zeros(new Shape(2, 1, 8, 8));
                    NDArray labels = scope.zeros(new Shape(2, 8, 8), DataType.INT64);
                    lesson.step(new Batch(images, labels, new long[] {1, 2}), new Moment(0, step));
                }
                held.add(manager.getManagedArrays().size());
            }

            // Then
            assertThat(held).containsOnly(held.get(0));
        }
    }

    @Test
    void settings_that_mean_nothing_are_refused() {
        // Then
        assertThatIllegalArgumentException().isThrownBy(() -> new AdversarialTraining(AttackSettings.fgsm(0.1), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecoupledWeights(-1, 0, 0, 0.7, 0, 1))
                .withMessageContaining("alpha");
        assertThatIllegalArgumentException().isThrownBy(() -> new DecoupledWeights(0, 0, 0, 1.1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FedRep(Scenes.SMALL, EVEN, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Turn(1, 0, 0));
    }

    /** The method with most parts is watched longest. */
    private static int steps(Method method) {
        return method instanceof Decoupled ? 1_000 : 50;
    }

    private static Method decoupled() {
        return new Decoupled(new DecoupledSpec(Scenes.SMALL, 4, Sight.IMAGE_AND_PREDICTION), DecoupledWeights.usual());
    }

    private static Learned learn(Method method, LearningSettings settings) {
        return (Learned) new Learner(Scenes.ENGINE, method, settings)
                .learn(Scenes.first(method, 1), Scenes.ellipses(8, 1), LearningListener.silent());
    }

    private static Prediction predict(Method method, View view) {
        try (Segmenter segmenter = new Segmenter(Scenes.ENGINE, method, view, 1)) {
            return segmenter.predict(
                    new Images(new Ellipses(32, 1).samples(0, 1).get(0).slice().image(), 1, 32, 32));
        }
    }

    private static List<String> names(Layout layout) {
        return layout.tensors().stream().map(TensorShape::name).toList();
    }

    private static double distance(SiteModel one, SiteModel other) {
        double square = 0;
        for (int i = 0; i < one.shared().parameters(); i++) {
            double difference =
                    one.shared().vector().get(i) - other.shared().vector().get(i);
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
