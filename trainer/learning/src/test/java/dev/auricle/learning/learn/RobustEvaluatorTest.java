package dev.auricle.learning.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.learning.attack.AttackSettings;
import dev.auricle.learning.attack.Disturbance;
import dev.auricle.learning.attack.RandomSigns;
import dev.auricle.learning.descend.AdamSettings;
import dev.auricle.learning.learn.LearningOutcome.Learned;
import dev.auricle.learning.method.View;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RobustEvaluatorTest {

    private static final SampleList JUDGED = new SampleList(new Ellipses(32, 9).samples(0, 12), 12);

    @Test
    void an_adversary_costs_more_than_noise_of_the_same_strength_and_the_more_the_stronger_it_is() {
        // Given
        View learned = learned();

        // When
        double clean = dice(learned, new RandomSigns(1e-6));

        // Then
        double noisy = dice(learned, new RandomSigns(0.3));
        double attackedOnce = dice(learned, AttackSettings.fgsm(0.3));
        double attacked = dice(learned, AttackSettings.pgd(0.3, 10));
        double attackedMore = dice(learned, AttackSettings.pgd(0.6, 10));
        assertThat(clean).isGreaterThan(0.8);
        assertThat(noisy).isGreaterThan(attackedOnce);
        assertThat(attacked).isLessThan(clean - 0.05).isLessThanOrEqualTo(attackedOnce + 0.005);
        assertThat(attackedMore).isLessThan(attacked);
    }

    @Test
    void nothing_to_judge_gives_no_figures() {
        // Given
        View anyone = new View.Global(Scenes.SMALL.initialState(1));

        // Then
        assertThat(new RobustEvaluator(Scenes.ENGINE, Scenes.PLAIN, AttackSettings.fgsm(0.1), 4)
                        .evaluate(anyone, new SampleList(List.of(), 1)))
                .isEmpty();
    }

    private static View learned() {
        LearningSettings settings = LearningSettings.alone(
                new Schedule(12, 8),
                new AdamSettings(3e-3, 1e-4, 12),
                Scenes.settings(1, 1, 1).augmentation(),
                1);
        LearningOutcome outcome = new Learner(Scenes.ENGINE, Scenes.PLAIN, settings)
                .learn(Scenes.first(Scenes.PLAIN, 1), Scenes.ellipses(48, 1), LearningListener.silent());
        return new View.Local(((Learned) outcome).model());
    }

    private static double dice(View view, Disturbance disturbance) {
        return new RobustEvaluator(Scenes.ENGINE, Scenes.PLAIN, disturbance, 5)
                .evaluate(view, JUDGED)
                .orElseThrow()
                .foregroundMeanDice();
    }
}
