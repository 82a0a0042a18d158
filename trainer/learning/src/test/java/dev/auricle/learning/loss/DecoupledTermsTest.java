package dev.auricle.learning.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One pixel, two classes, p = (0.8, 0.2), W = [[0.9, 0.3], [0.1, 0.7]], so that W·p = (0.78, 0.22). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecoupledTermsTest {

    private static final double CLOSE = 1e-6;
    private static final int CE = 0;
    private static final int NR = 1;
    private static final int TR = 2;
    private static final int HOLD = 3;
    private static final int KL = 4;
    private static final int ADV = 5;
    private static final double[] W = {0.9, 0.3, 0.1, 0.7};

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 0.2484614", "1, 1.5141277"})
    void ce_is_of_the_site_s_own_prediction_without_a_second_softmax(int label, double expected) {
        // When
        double[] terms = terms(0.7, new double[] {0.8, 0.2}, W, label);

        // Then
        assertThat(terms[CE]).isCloseTo(expected, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0, 0.2065890",
        "0.7, 1, 0.9655267",
        "1, 0, 0.2",
        "1, 1, 0.8",
        "1e-9, 0, 0.2231436",
        "1e-9, 1, 1.6094379"
    })
    void nr_lies_between_the_cross_entropy_and_the_absolute_error(double q, int label, double expected) {
        // When
        double[] terms = terms(q, new double[] {0.8, 0.2}, W, label);

        // Then
        assertThat(terms[NR]).isCloseTo(expected, within(CLOSE));
    }

    @Test
    void nr_falls_the_steeper_the_less_probable_the_label_is_but_not_as_steep_as_the_cross_entropy() {
        // Given
        NDArray p = manager.create(new double[] {0.8, 0.2}).reshape(new Shape(1, 2, 1, 1));
        p.setRequiresGradient(true);
        try (Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // When
            NDArray terms = termsOf(0.7).of(parts(p.log(), W, 1, manager.create(new double[0])));
            NDArray nr = terms.get(NR);

            // Then
            double[] gradient =
                    recording.gradients(nr, new NDList(p)).singletonOrThrow().toDoubleArray();
            assertThat(gradient[1]).isCloseTo(-1.6206566, within(CLOSE));
            assertThat(gradient[0]).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0.3, 0.1, 0.7, 1.6", "1, 0, 0, 1, 2", "0.5, 0.5, 0.5, 0.5, 1"})
    void tr_is_the_trace(double a, double b, double c, double d, double expected) {
        // When
        double[] terms = terms(0.7, new double[] {0.8, 0.2}, new double[] {a, b, c, d}, 0);

        // Then
        assertThat(terms[TR]).isCloseTo(expected, within(CLOSE));
        assertThat(terms[HOLD]).isCloseTo(Math.max(0, 1.8 - expected), within(CLOSE));
    }

    @Test
    void kl_is_the_sum_over_the_dimensions() {
        // Given: N((1, 0), (1, 2)) and N(0, I), ln of the deviations.
        NDArray posterior = manager.create(new double[] {1, 0, 0, Math.log(2)}).reshape(new Shape(1, 4));
        NDArray prior = manager.zeros(new Shape(1, 4), DataType.FLOAT64);

        // When
        double kl = kl(posterior, prior);

        // Then
        assertThat(kl).isCloseTo(1.3068528, within(CLOSE));
    }

    @Test
    void kl_takes_the_prior_s_deviation_into_account() {
        // Given: N(1, 1) and N(0, 4), the second a variance.
        NDArray posterior = manager.create(new double[] {1, 0}).reshape(new Shape(1, 2));
        NDArray prior = manager.create(new double[] {0, Math.log(2)}).reshape(new Shape(1, 2));

        // When
        double kl = kl(posterior, prior);

        // Then
        assertThat(kl).isCloseTo(0.4431472, within(CLOSE));
    }

    @Test
    void adv_is_minus_ln_d() {
        // Given: D = 0.25.
        NDArray verdict = manager.create(new double[] {-Math.log(3)});

        // When
        double adv = adv(verdict);

        // Then
        assertThat(adv).isCloseTo(1.3862944, within(CLOSE));
    }

    @Test
    void adv_is_finite_when_d_is_0_and_0_when_nothing_was_attacked() {
        // Given: a logit for which D is 0 in any floating point type.
        NDArray sure = manager.create(new double[] {-1e6});

        // Then
        assertThat(adv(sure)).isEqualTo(1e6);
        assertThat(adv(manager.create(new double[0]))).isZero();
    }

    @Test
    void the_weighted_sum_is_the_seed_s_loss() {
        // Given: α = β = 0.01, λ = 0.1.
        NDArray posterior = manager.create(new double[] {1, 0, 0, Math.log(2)}).reshape(new Shape(1, 4));
        NDArray prior = manager.zeros(new Shape(1, 4), DataType.FLOAT64);
        NDArray verdict = manager.create(new double[] {-Math.log(3)});
        NDArray logP = logP(0.8, 0.2);
        NDArray weights = manager.create(new double[] {1, 1, 0.01, 0, 0.01, 0.1});

        // When
        double loss = termsOf(0.7)
                .of(new DecoupledTerms.Parts(logP, local(W, logP), logW(W), posterior, prior, verdict, labels(1)))
                .dot(weights)
                .getDouble();

        // Then
        assertThat(loss).isCloseTo(2.6473524, within(CLOSE));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void a_certain_prediction_gives_finite_terms_and_gradients_right_or_wrong(int label) {
        // Given: logits of ± 1e4, so that p is 0 and 1 in any floating point type.
        NDArray logits = manager.create(new double[] {1e4, -1e4}).reshape(new Shape(1, 2, 1, 1));
        logits.setRequiresGradient(true);
        try (Differentiator differentiator = new Differentiator(manager);
                Recording recording = differentiator.record()) {
            // When
            NDArray logP = logits.logSoftmax(1);
            NDArray terms = termsOf(0.7).of(parts(logP, W, label, manager.create(new double[] {-1e6})));
            NDArray loss = terms.sum();

            // Then
            assertThat(terms.toDoubleArray()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
            double[] gradient = recording
                    .gradients(loss, new NDList(logits))
                    .singletonOrThrow()
                    .toDoubleArray();
            assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    private double[] terms(double q, double[] p, double[] w, int label) {
        return termsOf(q)
                .of(parts(logP(p), w, label, manager.create(new double[0])))
                .toDoubleArray();
    }

    private double kl(NDArray posterior, NDArray prior) {
        NDArray logP = logP(0.8, 0.2);
        NDArray none = manager.create(new double[0]);
        return termsOf(0.7)
                .of(new DecoupledTerms.Parts(logP, local(W, logP), logW(W), posterior, prior, none, labels(0)))
                .toDoubleArray()[KL];
    }

    private double adv(NDArray verdict) {
        return termsOf(0.7).of(parts(logP(0.8, 0.2), W, 0, verdict)).toDoubleArray()[ADV];
    }

    private DecoupledTerms termsOf(double q) {
        return new DecoupledTerms(manager, manager.create(q));
    }

    private DecoupledTerms.Parts parts(NDArray logP, double[] w, int label, NDArray verdicts) {
        NDArray posterior = manager.zeros(new Shape(1, 2), DataType.FLOAT64);
        NDArray prior = manager.zeros(new Shape(1, 2), DataType.FLOAT64);
        return new DecoupledTerms.Parts(logP, local(w, logP), logW(w), posterior, prior, verdicts, labels(label));
    }

    private NDArray logP(double... p) {
        return manager.create(p).reshape(new Shape(1, 2, 1, 1)).log();
    }

    private NDArray logW(double[] w) {
        return manager.create(w).reshape(new Shape(1, 2, 2, 1, 1)).log();
    }

    /** ln(W·p) in the plain way. */
    private NDArray local(double[] w, NDArray logP) {
        NDArray matrix = manager.create(w).reshape(new Shape(2, 2));
        return matrix.matMul(logP.exp().reshape(new Shape(2, 1))).log().reshape(new Shape(1, 2, 1, 1));
    }

    private NDArray labels(int label) {
        return manager.create(new long[] {label}).reshape(new Shape(1, 1, 1));
    }
}
