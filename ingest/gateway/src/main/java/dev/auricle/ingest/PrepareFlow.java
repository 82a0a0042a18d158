package dev.auricle.ingest;

import dev.auricle.ingest.assemble.GatherParts;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.CheckSeries;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.label.LabelSeries;
import dev.auricle.ingest.label.Work;
import dev.auricle.ingest.prepare.PrepareSeries;
import dev.auricle.ingest.prepare.Prepared;
import dev.auricle.ingest.prepare.Prepared.ForInference;
import dev.auricle.ingest.prepare.Prepared.ForTraining;
import dev.auricle.ingest.prepare.Prepared.Refused;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.topic.Topics;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/**
 * The second half of the gateway's chain, for one plan.
 *
 * <pre>   series.assembled ─▶ check ─▶ label ─▶ deidentify, prepare ─▶ samples, studies.prepared, series.rejected </pre>
 */
final class PrepareFlow {
    private final IngestConfig config;
    private final Plan plan;
    private final Map<String, Deidentify> sites;
    private final Supplier<SiteLog> openLog;
    private final Clock clock;

    PrepareFlow(IngestConfig config, Plan plan, Map<String, Deidentify> sites, Supplier<SiteLog> openLog, Clock clock) {
        this.config = config;
        this.plan = plan;
        this.sites = sites;
        this.openLog = openLog;
        this.clock = clock;
    }

    /** Everything, for what arrives from now on. */
    Topology build(StreamsConfig streams) {
        var builder = new StreamsBuilder(new TopologyConfig(streams));
        var prepared = prepare(builder);
        writeSamples(prepared);
        prepared.filter((key, value) -> value instanceof ForInference, Named.as("select-slices"))
                .mapValues(value -> ((ForInference) value).slices(), Named.as("unwrap-slices"))
                .to(Topics.STUDIES_PREPARED.name(), Topics.STUDIES_PREPARED.produced("produce-slices"));
        prepared.filter((key, value) -> value instanceof Refused, Named.as("select-refused"))
                .mapValues(value -> ((Refused) value).rejection(), Named.as("unwrap-refused"))
                .to(Topics.SERIES_REJECTED.name(), Topics.SERIES_REJECTED.produced("produce-refused"));
        return builder.build();
    }

    /** Samples only, for what the log holds already: a new plan's preprocessing of old series. Nobody is segmented again. */
    Topology buildReplay(StreamsConfig streams) {
        var builder = new StreamsBuilder(new TopologyConfig(streams));
        writeSamples(prepare(builder));
        return builder.build();
    }

    private KStream<String, Prepared> prepare(StreamsBuilder builder) {
        PrepareStores.all().forEach(builder::addStateStore);
        var check = new CheckSeries(plan);
        return builder.stream(Topics.SERIES_ASSEMBLED.name(), Topics.SERIES_ASSEMBLED.consumed("consume-assembled"))
                .process(() -> new GatherParts(openLog), Named.as("gather-parts"), GatherParts.STORE)
                .<Verdict>mapValues(check::examine, Named.as("check"))
                .<String, Work>process(
                        () -> new LabelSeries(plan, config.label(), openLog), Named.as("label"), LabelSeries.STORE)
                .process(() -> new PrepareSeries(plan, config.prepare(), sites, openLog, clock), Named.as("prepare"));
    }

    private void writeSamples(KStream<String, Prepared> prepared) {
        prepared.filter((key, value) -> value instanceof ForTraining, Named.as("select-samples"))
                .mapValues(value -> ((ForTraining) value).sample(), Named.as("unwrap-sample"))
                .to(
                        Topics.SAMPLES.name(),
                        Topics.SAMPLES.produced("produce-samples").withStreamPartitioner(Partitioning.ofSite(plan)));
    }
}
