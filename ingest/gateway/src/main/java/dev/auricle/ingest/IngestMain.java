package dev.auricle.ingest;

import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.ingest.assemble.KafkaSiteLog;
import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.receive.Receiver;
import dev.auricle.ingest.receive.UnableToListen;
import dev.auricle.ingest.receive.WebConfig;
import dev.auricle.ingest.receive.WebReceiver;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.NoSuchHospital;
import dev.auricle.schemas.connect.RunningTopology;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway: the receiver and the first topology at once, the second as soon as there is a plan, and anew when a
 * plan prepares otherwise or takes other series.
 */
public final class IngestMain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
    private static final int HASH_DIGITS = 12;

    private final IngestConfig config;
    private final SiteConfig site;
    private final Clock clock;
    private final PlanFollower plans;
    private final RunningTopology assembling;
    private final Receiver receiver;
    private final Optional<WebReceiver> web;
    private Optional<Preparing> preparing = Optional.empty();

    /** The second topology and the plan it runs by. */
    private record Preparing(Plan plan, RunningTopology topology) {
        boolean serves(Plan other) {
            return plan.preprocessingSha256().equals(other.preprocessingSha256())
                    && plan.quality().equals(other.quality())
                    && plan.sites().equals(other.sites());
        }
    }

    /**
     * Starts.
     *
     * @param transferIds names transfers; no two alike
     */
    public IngestMain(
            IngestConfig config, Surroundings surroundings, DicomNetwork network, Supplier<String> transferIds) {
        this.config = config;
        site = surroundings.site();
        clock = surroundings.clock();
        plans = new PlanFollower(
                surroundings.federation().connection(),
                surroundings.federation().name());
        assembling = start("assemble", streams -> AssembleFlow.build(streams, config.assemble()));
        receiver = new Receiver(network, site, config.receive(), transferIds);
        web = Optional.of(config.receive().web())
                .filter(WebConfig::isOn)
                .map(settings -> listen(surroundings.vertx(), settings));
    }

    /**
     * What a gateway lives in.
     *
     * @param site the hospitals and their cluster
     * @param federation where the plan comes from
     * @param vertx whose event loops receive
     */
    public record Surroundings(SiteConfig site, FederationConfig federation, Clock clock, Vertx vertx) {}

    /** Where the PACS sends to. */
    public int port() {
        return receiver.port();
    }

    /** Where the PACS stores to over the web, if it may. */
    public OptionalInt webPort() {
        return web.map(listening -> OptionalInt.of(listening.port())).orElseGet(OptionalInt::empty);
    }

    /** Looks for a new plan, for at most {@code patience}. To be called again and again. */
    public void followPlan(Duration patience) {
        plans.poll(patience).map(PlanFollower.PlanInForce::plan).ifPresent(this::prepareBy);
    }

    /** Whether a plan is known and series are prepared by it. */
    public boolean isPreparing() {
        return preparing.isPresent();
    }

    /** Whether a topology has stopped by itself, for a reason that does not pass. */
    public boolean hasFailed() {
        return assembling.hasFailed()
                || preparing.filter(running -> running.topology().hasFailed()).isPresent();
    }

    /** Prepares, beside what runs already, everything that the log holds for training by the plan in force. */
    public static RunningTopology replay(IngestConfig config, Surroundings surroundings, Plan plan) {
        var cluster = surroundings.site().connection();
        var hash = HexFormat.of()
                .formatHex(plan.preprocessingSha256().toByteArray())
                .substring(0, HASH_DIGITS);
        return RunningTopology.start(
                config.application() + "-replay-" + hash,
                cluster,
                config.streams(),
                surroundings.clock(),
                flow(config, surroundings.site(), plan, surroundings.clock())::buildReplay);
    }

    @Override
    public void close() {
        web.ifPresent(WebReceiver::close);
        receiver.close();
        preparing.ifPresent(running -> running.topology().close());
        assembling.close();
        plans.close();
    }

    /** What is running already must not go on by itself when this cannot. */
    private WebReceiver listen(Vertx vertx, WebConfig settings) {
        try {
            return new WebReceiver(vertx, site, settings, receiver);
        } catch (UnableToListen | NoSuchHospital refused) {
            receiver.close();
            assembling.close();
            plans.close();
            throw refused;
        }
    }

    private void prepareBy(Plan plan) {
        if (preparing.filter(running -> running.serves(plan)).isPresent()) {
            return;
        }
        preparing.ifPresent(running -> running.topology().close());
        LOG.atInfo().addKeyValue("federation", plan.federation()).log("series are prepared by a plan");
        preparing = Optional.of(new Preparing(plan, start("prepare", flow(config, site, plan, clock)::build)));
    }

    private RunningTopology start(String half, Function<StreamsConfig, Topology> build) {
        return RunningTopology.start(
                config.application() + "-" + half, site.connection(), config.streams(), clock, build);
    }

    private static PrepareFlow flow(IngestConfig config, SiteConfig site, Plan plan, Clock clock) {
        KafkaConnection cluster = site.connection();
        Map<String, Deidentify> sites = site.hospitals().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Hospital::name,
                        hospital -> new Deidentify(new KeyedHash(hospital.secret()), config.deidentify())));
        return new PrepareFlow(config, plan, sites, () -> new KafkaSiteLog(cluster), clock);
    }
}
