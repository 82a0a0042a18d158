package dev.auricle.trainer.learn;

import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.ModelReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.topic.Topics;

/** The model that a round begins with. */
public final class BaseModel {
    private BaseModel() {}

    /**
     * Puts it together from its shards or, for the first round, draws it from the plan's seed.
     *
     * @param version its version; empty: the plan's seed
     * @throws NoSuchModel when the register has no such version
     */
    public static ModelState load(KafkaConnection federation, Plan plan, String version) {
        var method = PlanSettings.method(plan);
        if (version.isEmpty()) {
            return method.initialShared(plan.seed());
        }
        try (var reader = new ModelReader(federation)) {
            return ModelState.of(method.shared(), reader.read(manifest(federation, version)));
        }
    }

    private static ModelManifest manifest(KafkaConnection federation, String version) {
        try (var models = new Follower<>(federation, Topics.MODELS)) {
            return models.readToEnd().stream()
                    .filter(entry -> entry.key().equals(version))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchModel(version))
                    .value();
        }
    }
}
