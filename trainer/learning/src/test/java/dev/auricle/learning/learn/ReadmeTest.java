package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learning.augment.AugmentationSettings;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.method.View;
import dev.auricle.learning.network.UNetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {

    @Test
    void the_example_runs() {
        // Given
        SampleSource training = Scenes.ellipses(8, 1);
        SampleSource validation = Scenes.ellipses(4, 2);
        Images images = new Images(new float[3 * 32 * 32], 3, 32, 32);

        // When
        byte[] labels = example(training, validation, images);

        // Then
        assertThat(labels).hasSize(3 * 32 * 32);
    }

    @Test
    void the_readme_shows_the_example_as_it_is_compiled() throws IOException {
        // Given
        String path = "src/test/java/" + ReadmeTest.class.getName().replace('.', '/') + ".java";
        String source = Files.readString(Path.of(path));
        String example =
                source.substring(source.lastIndexOf("// example begins") + 18, source.lastIndexOf("// example ends"));

        // When
        String readme = Files.readString(Path.of("README.md"));

        // Then
        assertThat(readme).contains(example.stripIndent().strip());
    }

    private static byte[] example(SampleSource training, SampleSource validation, Images images) {
        Logger log = LoggerFactory.getLogger(ReadmeTest.class);
        // example begins
        LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());
        Method method = new FedAvg(new UNetSpec(1, 2, 8, 3), LossWeights.even());
        LearningSettings settings = LearningSettings.alone(
                new Schedule(2, 8), AdamSettings.usual(), new AugmentationSettings(15, 0.5, 2, 0.1), 42);

        SiteModel first = method.join(method.initialShared(42), 42, "north");
        LearningOutcome outcome =
                new Learner(engine, method, settings).learn(first, training, LearningListener.silent());
        if (!(outcome instanceof Learned learned)) {
            throw new IllegalStateException("no model: " + outcome);
        }
        View own = new View.Local(learned.model());
        Evaluation evaluation =
                new Evaluator(engine, method).evaluate(own, validation).orElseThrow();
        log.atInfo().addKeyValue("dice", evaluation.foregroundDice()).log("judged");
        try (Segmenter segmenter = new Segmenter(engine, method, own, 4)) {
            return segmenter.segment(images);
        }
        // example ends
    }
}
