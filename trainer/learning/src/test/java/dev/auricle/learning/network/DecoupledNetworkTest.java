package dev.auricle.learning.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.Differentiator;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.loss.DecoupledTerms;
import dev.auricle.learning.network.DecoupledSpec.Sight;
import dev.auricle.learning.state.TensorShape;
import java.nio.DoubleBuffer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecoupledNetworkTest {

    private static final DecoupledSpec SPEC =
            new DecoupledSpec(new UNetSpec(1, 3, 4, 2), 2, Sight.IMAGE_AND_PREDICTION);
    private static final Shape IMAGES = new Shape(2, 1, 8, 8);
    private static final double[] SEED_S_WEIGHTS = {1, 1, 0.05, 0.5, 0.01, 0.1};

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void every_column_of_w_is_a_distribution_at_every_pixel() {
        // Given
        DecoupledNetwork network = loaded();
        NDArray images = noise(1, IMAGES);

        // When
        NDArray w = network.logMatrices(network.features(images), noise(2, new Shape(2, 2)))
                .exp();

        // Then
        assertThat(w.getShape()).isEqualTo(new Shape(2, 3, 3, 8, 8));
        assertThat(w.min().getFloat()).isNotNegative();
        for (float sum : w.sum(new int[] {1}).toFloatArray()) {
            assertThat(sum).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void w_begins_near_the_identity_and_differs_between_pixels_and_between_z() {
        // Given
        DecoupledNetwork network = loaded();
        NDArray features = network.features(noise(1, IMAGES));

        // When
        NDArray w = network.logMatrices(features, noise(2, new Shape(2, 2))).exp();

        // Then
        float[] first = w.get("0,0,0").toFloatArray();
        assertThat(IntStream.range(0, first.length)
                        .mapToDouble(i -> first[i])
                        .average()
                        .orElseThrow())
                .isBetween(0.85, 0.97);
        assertThat(IntStream.range(0, first.length).mapToObj(i -> first[i]).distinct())
                .hasSizeGreaterThan(1);
        float[] elsewhere = network.logMatrices(features, noise(3, new Shape(2, 2)))
                .exp()
                .get("0,0,0")
                .toFloatArray();
        assertThat(elsewhere).isNotEqualTo(first);
    }

    @Test
    void w_times_p_is_a_matrix_and_not_its_transpose() {
        // Given: p = (0.8, 0.2), W = [[0.9, 0.3], [0.1, 0.7]].
        NDArray logP = manager.create(new double[] {0.8, 0.2})
                .reshape(new Shape(1, 2, 1, 1))
                .log();
        NDArray logW = manager.create(new double[] {0.9, 0.3, 0.1, 0.7})
                .reshape(new Shape(1, 2, 2, 1, 1))
                .log();

        // When
        double[] local = loaded().logLocal(logW, logP).exp().toDoubleArray();

        // Then
        assertThat(local).containsExactly(new double[] {0.78, 0.22}, within(1e-12));
    }

    @Test
    void with_the_identity_local_is_global_to_the_last_bit() {
        // Given
        NDArray logP = noise(1, new Shape(2, 3, 8, 8)).logSoftmax(1);
        NDArray logW = manager.eye(3).reshape(new Shape(1, 3, 3, 1, 1)).log();

        // When
        float[] local = loaded().logLocal(logW, logP).toFloatArray();

        // Then
        assertThat(local).containsExactly(logP.toFloatArray());
    }

    @Test
    void what_stays_is_the_adaptation_network_s_and_the_discriminator_s() {
        // When
        var personal = SPEC.layout().tensors().stream().map(TensorShape::name).filter(DecoupledSpec::stays);

        // Then
        assertThat(personal)
                .hasSize(6 + 8)
                .allMatch(name -> name.startsWith("da.") || name.startsWith("discriminator."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"encoder.", "decoder.", "head.", "prior.", "posterior.", "da."})
    void gradients_of_the_whole_loss_agree_with_central_differences(String group) {
        // Given
        DecoupledNetwork network = inDoubles();

        // When
        Check check = new Check(network, group, SEED_S_WEIGHTS);

        // Then
        check.agrees();
    }

    @Test
    void without_kl_the_posterior_still_learns_from_the_reconstruction() {
        // Given
        DecoupledNetwork network = inDoubles();
        double[] withoutKl = {1, 1, 0.05, 0.5, 0, 0.1};

        // When
        Check check = new Check(network, "posterior.", withoutKl);

        // Then
        check.agrees();
        assertThat(check.norm()).isPositive();
        assertThat(new Check(network, "prior.", withoutKl).norm()).isZero();
    }

    @Test
    void adv_has_a_gradient_for_the_segmentation_network_only_when_the_discriminator_sees_the_prediction() {
        // Given
        double[] advAlone = {0, 0, 0, 0, 0, 1};
        DecoupledSpec blind = new DecoupledSpec(SPEC.unet(), 2, Sight.IMAGE);

        // When
        double seeing = new Check(inDoubles(), "head.", advAlone).norm();

        // Then
        assertThat(seeing).isPositive();
        assertThat(new Check(inDoubles(blind), "head.", advAlone).norm()).isZero();
    }

    private DecoupledNetwork loaded() {
        DecoupledNetwork network = SPEC.build(manager);
        network.parameters().load(SPEC.initialState(1));
        return network;
    }

    private DecoupledNetwork inDoubles() {
        return inDoubles(SPEC);
    }

    private DecoupledNetwork inDoubles(DecoupledSpec spec) {
        DecoupledNetwork network = new DecoupledNetwork(spec, manager, DataType.FLOAT64);
        var state = spec.initialState(1);
        for (TensorShape shape : spec.layout().tensors()) {
            float[] values = state.tensor(shape.name()).values();
            double[] wide = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .toArray();
            network.parameters().named(shape.name()).set(DoubleBuffer.wrap(wide));
        }
        return network;
    }

    private NDArray noise(long seed, Shape shape) {
        RandomDraw draw = RandomDraw.of(seed);
        float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) draw.nextGaussian();
        }
        return manager.create(values, shape);
    }

    /** The gradient of a weighted loss for one group of parameters, and what central differences say of it. */
    private final class Check {

        private static final double STEP = 1e-5;

        private final DecoupledNetwork network;
        private final NDList group;
        private final NDArray weights;
        private final NDArray images = noise(5, IMAGES).toType(DataType.FLOAT64, false);
        private final NDArray noise = noise(6, new Shape(2, 2)).toType(DataType.FLOAT64, false);
        private final NDArray labels = labels();
        private final DecoupledTerms terms = new DecoupledTerms(manager, manager.create(0.7));
        private final NDList gradients;

        Check(DecoupledNetwork network, String group, double[] weights) {
            this.network = network;
            this.group = network.parameters().under(group);
            this.weights = manager.create(weights);
            try (Differentiator differentiator = new Differentiator(manager);
                    Recording recording = differentiator.record()) {
                NDArray touched = loss();
                for (NDArray parameter : this.group) {
                    touched = touched.add(parameter.sub(parameter).sum());
                }
                this.gradients = recording.gradients(touched, this.group);
            }
        }

        double norm() {
            return Math.sqrt(gradients.stream()
                    .mapToDouble(gradient -> gradient.square().sum().getDouble())
                    .sum());
        }

        /** For the largest entries of every tensor; a relative error needs something to be relative to. */
        void agrees() {
            for (int tensor = 0; tensor < group.size(); tensor++) {
                double[] gradient = gradients.get(tensor).toDoubleArray();
                int place = largest(gradient);
                double difference = difference(group.get(tensor), place);
                assertThat(gradient[place])
                        .as("tensor %d of the group", tensor)
                        .isCloseTo(difference, within(1e-4 * Math.abs(difference) + 1e-10));
            }
        }

        private double difference(NDArray parameter, int place) {
            double[] values = parameter.toDoubleArray();
            double before = values[place];
            values[place] = before + STEP;
            parameter.set(DoubleBuffer.wrap(values));
            double up = loss().getDouble();
            values[place] = before - STEP;
            parameter.set(DoubleBuffer.wrap(values));
            double down = loss().getDouble();
            values[place] = before;
            parameter.set(DoubleBuffer.wrap(values));
            return (up - down) / (2 * STEP);
        }

        private NDArray loss() {
            NDArray posterior = network.posterior(images, labels);
            NDArray prior = network.prior(images);
            NDArray z = network.draw(posterior, noise);
            NDArray features = network.features(images);
            NDArray logGlobal = network.logGlobal(features, z);
            NDArray logMatrices = network.logMatrices(features, z);
            NDArray verdicts = network.verdicts(images, logGlobal);
            return terms.of(new DecoupledTerms.Parts(
                            logGlobal,
                            network.logLocal(logMatrices, logGlobal),
                            logMatrices,
                            posterior,
                            prior,
                            verdicts,
                            labels))
                    .dot(weights);
        }

        private NDArray labels() {
            RandomDraw draw = RandomDraw.of(7);
            return manager.create(IntStream.range(0, 2 * 8 * 8)
                            .mapToLong(i -> draw.nextInt(3))
                            .toArray())
                    .reshape(new Shape(2, 8, 8));
        }

        private static int largest(double[] values) {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                best = Math.abs(values[i]) > Math.abs(values[best]) ? i : best;
            }
            return best;
        }
    }
}
