package dev.auricle.inference.follow;

import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.method.Decoupled;
import dev.auricle.learning.method.DecoupledWeights;
import dev.auricle.learning.method.Ditto;
import dev.auricle.learning.method.FedAvg;
import dev.auricle.learning.method.FedBn;
import dev.auricle.learning.method.FedPer;
import dev.auricle.learning.method.LocalOnly;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.network.DecoupledSpec;
import dev.auricle.learning.network.DecoupledSpec.Sight;
import dev.auricle.learning.network.UNetSpec;
import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.log.ModelReader;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the register of models: the last one that was released is the one in use. */
public final class ModelFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFollower.class);

    private final String federation;
    private final PlanFollower plans;
    private final Follower<String, ModelManifest> models;
    private final ModelReader reader;
    private final List<ModelManifest> register = new ArrayList<>();
    private Optional<ModelManifest> released = Optional.empty();
    private Optional<ModelInUse> inUse = Optional.empty();

    /** Follows one federation. */
    public ModelFollower(FederationConfig config) {
        federation = config.name();
        plans = new PlanFollower(config.connection(), federation);
        models = new Follower<>(config.connection(), Topics.MODELS);
        reader = new ModelReader(config.connection());
    }

    /** The method of a plan, with its network: one channel in, background and the plan's classes out. */
    public static Method method(Plan plan) {
        var network = new UNetSpec(1, plan.classes().size() + 1, plan.network().levels());
        var weights = new LossWeights(
                plan.learning().crossEntropyWeight(), plan.learning().diceWeight());
        int latent = plan.method().decoupled().latent();
        return switch (plan.method().name()) {
            case FEDAVG, FEDPROX, CENTRALISED -> new FedAvg(network, weights);
            case FEDBN -> new FedBn(network, weights);
            case FEDPER, FEDREP -> new FedPer(network, weights);
            case DITTO -> new Ditto(network, weights, plan.method().dittoLambda());
            case LOCAL -> new LocalOnly(network, weights);
            case DECOUPLED ->
                new Decoupled(new DecoupledSpec(network, latent, Sight.IMAGE_AND_PREDICTION), DecoupledWeights.usual());
        };
    }

    /** The model in use, after waiting at most {@code patience} for news; empty while none is released. */
    public Optional<ModelInUse> poll(Duration patience) {
        for (var entry : models.poll(patience)) {
            register.add(entry.value());
            if (isRelease(entry.value())) {
                released = Optional.of(entry.value());
            }
        }
        var plan = plans.poll(Duration.ZERO).map(PlanFollower.PlanInForce::plan);
        if (released.isPresent() && plan.isPresent() && !isInUse(released.get(), plan.get())) {
            inUse = load(released.get(), plan.get());
        }
        return inUse;
    }

    @Override
    public void close() {
        reader.close();
        models.close();
        plans.close();
    }

    private boolean isRelease(ModelManifest manifest) {
        return manifest.getFederation().equals(federation)
                && manifest.getStatus() == ModelManifest.Status.RELEASED
                && released.filter(known -> known.getRound() > manifest.getRound())
                        .isEmpty();
    }

    private boolean isInUse(ModelManifest manifest, Plan plan) {
        return inUse.filter(use -> use.manifest().equals(manifest) && use.plan().equals(plan))
                .isPresent();
    }

    /** A plan whose network is another than the released model's has no use for it; then what was in use stays so. */
    private Optional<ModelInUse> load(ModelManifest manifest, Plan plan) {
        var layout = method(plan).shared();
        if (layout.parameters() != manifest.getParameters()) {
            return inUse;
        }
        LOG.atInfo().addKeyValue("version", manifest.getVersion()).log("a model is in use");
        return Optional.of(
                new ModelInUse(manifest, plan, ModelState.of(layout, reader.read(manifest)), new Lineage(register)));
    }
}
