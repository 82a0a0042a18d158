package dev.auricle.deploy.prove;

import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.RoundLearner;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.Turn;
import dev.auricle.trainer.replay.SiteData;
import java.util.Optional;

/**
 * What a hospital would have learned by itself: from the same initial model, on the same samples, in as many epochs with
 * the same settings, but without ever merging.
 */
public final class OwnModels {
    private final LearningEngine engine;
    private final KafkaConnection cluster;
    private final Plan plan;

    /** From the samples on a cluster. */
    public OwnModels(LearningEngine engine, KafkaConnection cluster, Plan plan) {
        this.engine = engine;
        this.cluster = cluster;
        this.plan = plan;
    }

    /** One site's model; empty when it has nothing to learn from. */
    public Optional<ModelState> learn(String site) {
        var learner = new RoundLearner(engine, plan, site);
        try (var data = new SiteData(cluster, plan, site)) {
            var samples = data.before(data.end()).samples();
            var model = BaseModel.seed(plan, site).model();
            for (int round = 1; round <= plan.rounds().count(); round++) {
                var result = learner.learn(new Turn(round, round - 1), model, samples, () -> false);
                if (!(result.orElseThrow() instanceof RoundResult.Update update)) {
                    return Optional.empty();
                }
                model = update.model();
            }
            return Optional.of(model.shared());
        }
    }
}
