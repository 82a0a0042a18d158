package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.loss.CrossEntropy;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.method.Batch;
import dev.auricle.learning.method.Lesson;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.NetworkLesson;
import dev.auricle.learning.method.OneNetwork;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.method.Terms;
import dev.auricle.learning.network.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The trainer's README shows how to add a method; this is the method, and it learns. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AddedMethodTest {

    // example begins
    /** LG-FedAvg (Liang et al., 2020): each site reads images in its own way, all share the last layer. */
    static final class SharedHead extends OneNetwork {

        SharedHead(NetworkSpec network) {
            super(network, name -> !name.startsWith("head.")); // what stays at the site
        }

        @Override
        public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
            return new NetworkLesson(owner, this, WeightedLoss.of(LossWeights.even()), start, terms) {
                @Override
                protected NDArray loss(Batch batch) { // what is made small; here, with the cross entropy counted twice
                    NDArray logits = network().forward(batch.images());
                    return super.loss(batch).add(new CrossEntropy().of(logits, batch.labels()));
                }
            };
        }
    }
    // example ends

    @Test
    void the_added_method_learns() {
        // Given
        Method method = new SharedHead(Scenes.SMALL);

        // When
        LearningOutcome outcome = new Learner(Scenes.ENGINE, method, Scenes.settings(3, 3e-3, 1))
                .learn(Scenes.first(method, 1), Scenes.ellipses(16, 1), LearningListener.silent());

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Learned.class, learned -> {
            assertThat(learned.model().shared().layout().tensors()).hasSize(2);
            assertThat(learned.meanLosses().get(2))
                    .isLessThan(learned.meanLosses().get(0));
        });
    }

    @Test
    void the_readme_shows_it_as_it_is_compiled() throws IOException {
        // Given
        String path = "src/test/java/" + AddedMethodTest.class.getName().replace('.', '/') + ".java";
        String source = Files.readString(Path.of(path));
        String example = source.substring(source.indexOf("// example begins") + 18, source.indexOf("// example ends"));

        // When
        String readme = Files.readString(Path.of("..", "README.md"));

        // Then
        assertThat(readme).contains(example.stripIndent().strip());
    }
}
