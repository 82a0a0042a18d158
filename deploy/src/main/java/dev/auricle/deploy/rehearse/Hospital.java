package dev.auricle.deploy.rehearse;

import com.google.protobuf.ByteString;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.PersonalState;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.OffsetRange;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.trainer.follow.OpenRound;
import dev.auricle.trainer.learn.BaseModel;
import dev.auricle.trainer.learn.PlanSettings;
import dev.auricle.trainer.learn.RoundLearner;
import dev.auricle.trainer.learn.RoundResult;
import dev.auricle.trainer.learn.Turn;
import dev.auricle.trainer.publish.Answers;
import dev.auricle.trainer.publish.OwnParts;
import dev.auricle.trainer.replay.DataSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** One site of a federation that runs in one process: answers rounds as its trainer would, and keeps its own parts. */
final class Hospital {
    private final Plan plan;
    private final String site;
    private final DataSet data;
    private final RoundLearner learner;
    private final Answers answers;
    private final List<PersonalManifest> parts = new ArrayList<>();
    private final Map<Integer, PersonalState> states = new HashMap<>();

    Hospital(LearningEngine engine, Plan plan, String site, DataSet data) {
        this.plan = plan;
        this.site = site;
        this.data = data;
        learner = new RoundLearner(engine, plan, site);
        answers = new Answers(plan, site, engine.description());
    }

    /** The answer to a round: its manifest, and the shards of its update. */
    record Answer(UpdateManifest manifest, List<ByteString> shards) {}

    String site() {
        return site;
    }

    DataSet data() {
        return data;
    }

    /** Answers; empty when it was told to stop. */
    Optional<Answer> answer(OpenRound round, BaseModel base, BooleanSupplier stopping) {
        var result = round.purpose() == Purpose.LEARN
                ? learner.learn(new Turn(round.round(), round.merged()), base.model(), data, stopping)
                : Optional.of(learner.measure(base.model(), data));
        return result.map(said -> {
            keep(round, base, said);
            var shards = new ArrayList<ByteString>();
            var manifest = answers.write(round, said, range(), (shard, record) -> shards.add(record.getWeights()));
            return new Answer(manifest, shards);
        });
    }

    /** The plan's seed, and what the site begins with. */
    BaseModel seed() {
        return BaseModel.seed(plan, site);
    }

    /** A model of the register, and the part of the site's own that goes with it. */
    BaseModel with(ModelManifest manifest, ModelState shared, Lineage lineage) {
        return lineage.partWith(manifest.getVersion(), parts)
                .map(part -> BaseModel.of(
                        manifest,
                        part.getRound(),
                        new SiteModel(
                                shared,
                                Optional.ofNullable(states.get(part.getRound())).orElseThrow())))
                .orElseGet(() ->
                        BaseModel.of(manifest, 0, PlanSettings.method(plan).join(shared, plan.seed(), site)));
    }

    private void keep(OpenRound round, BaseModel base, RoundResult said) {
        if (said instanceof RoundResult.Update update) {
            var part = update.model().personal();
            parts.add(OwnParts.manifest(plan, site, round, base, part));
            states.put(round.round(), part);
            // Either this round counts, and it is gone on from here, or it is gone on from where this one began.
            var wanted = Set.of(round.round(), base.partRound());
            parts.removeIf(older -> !wanted.contains(older.getRound()));
            states.keySet().retainAll(wanted);
        }
    }

    private OffsetRange range() {
        return OffsetRange.newBuilder()
                .setTopic(Topics.SAMPLES.name())
                .setPartition(plan.partitionOf(site))
                .setEnd(data.sizes().training() + data.sizes().validation())
                .build();
    }
}
