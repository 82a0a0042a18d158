package dev.auricle.trainer.learn;

import com.google.protobuf.ByteString;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.PersonalState;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.ModelReader;
import dev.auricle.schemas.log.PersonalReader;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.PersonalManifest;
import dev.auricle.schemas.topic.Topics;
import java.util.Optional;

/**
 * The model that a round begins with: what everybody has, and what the site keeps of the rounds that led there.
 *
 * @param version of what everybody has; empty: the plan's seed
 * @param sha256 of what everybody has; empty: the plan's seed
 * @param partRound the round in which the site's own part was learned; 0: it is the method's initial part
 */
public record BaseModel(String version, ByteString sha256, int partRound, SiteModel model) {

    /** Where models lie: the federation's cluster and the site's own. */
    public record Clusters(KafkaConnection federation, KafkaConnection site) {}

    /**
     * Puts it together from its shards or, for the first round, draws it from the plan's seed. A site that has no part that
     * goes with the model, because it joins late, begins with the method's initial part.
     *
     * @param version empty: the plan's seed
     * @throws NoSuchModel when the register has no such version
     */
    public static BaseModel load(Clusters clusters, Plan plan, String site, String version) {
        var method = PlanSettings.method(plan);
        if (version.isEmpty()) {
            return seed(plan, site);
        }
        try (var register = new Follower<>(clusters.federation(), Topics.MODELS);
                var reader = new ModelReader(clusters.federation())) {
            var lineage = new Lineage(
                    register.readToEnd().stream().map(LogReader.Entry::value).toList());
            var manifest = lineage.model(version).orElseThrow(() -> new NoSuchModel(version));
            var shared = ModelState.of(method.shared(), reader.read(manifest));
            return kept(clusters.site(), plan, site, lineage, version)
                    .map(kept -> of(manifest, kept.round(), new SiteModel(shared, kept.state())))
                    .orElseGet(() -> of(manifest, 0, method.join(shared, plan.seed(), site)));
        }
    }

    /** What the first round of a plan begins with. */
    public static BaseModel seed(Plan plan, String site) {
        var method = PlanSettings.method(plan);
        return new BaseModel(
                "", ByteString.EMPTY, 0, method.join(method.initialShared(plan.seed()), plan.seed(), site));
    }

    /** With a model of the register. */
    public static BaseModel of(ModelManifest manifest, int partRound, SiteModel model) {
        return new BaseModel(manifest.getVersion(), manifest.getSha256(), partRound, model);
    }

    /** Whether a part that was kept is of the method's layout. */
    public static boolean fits(PersonalManifest part, Layout personal) {
        return part.getLayout()
                .getTensorsList()
                .equals(LayoutRecords.of(personal, 1).getTensorsList());
    }

    private record Kept(int round, PersonalState state) {}

    private static Optional<Kept> kept(
            KafkaConnection cluster, Plan plan, String site, Lineage lineage, String version) {
        Method method = PlanSettings.method(plan);
        if (method.personal().parameters() == 0) {
            return Optional.empty();
        }
        try (var reader = new PersonalReader(cluster)) {
            return reader.partWith(plan.federation(), site, version, lineage)
                    .filter(part -> fits(part, method.personal()))
                    .map(part -> new Kept(
                            part.getRound(), new PersonalState(ModelState.of(method.personal(), reader.read(part)))));
        }
    }
}
