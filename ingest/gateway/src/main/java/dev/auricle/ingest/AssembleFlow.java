package dev.auricle.ingest;

import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.ingest.assemble.AssembleSeries;
import dev.auricle.ingest.assemble.AssembleStores;
import dev.auricle.ingest.assemble.ClaimSeries;
import dev.auricle.ingest.assemble.Outcome;
import dev.auricle.ingest.assemble.Outcome.Assembled;
import dev.auricle.ingest.assemble.Outcome.Rejected;
import dev.auricle.schemas.topic.Topics;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The first half of the gateway's chain. It needs no plan.
 *
 * <pre>   dicom.instances ─▶ assemble ─▶ claim ─▶ series.assembled, series.rejected </pre>
 */
final class AssembleFlow {
    private AssembleFlow() {}

    static Topology build(StreamsConfig streams, AssembleConfig config) {
        var builder = new StreamsBuilder(new TopologyConfig(streams));
        AssembleStores.all().forEach(builder::addStateStore);
        var outcomes = builder.stream(
                        Topics.DICOM_INSTANCES.name(), Topics.DICOM_INSTANCES.consumed("consume-instances"))
                .process(
                        () -> new AssembleSeries(config),
                        Named.as("assemble"),
                        AssembleSeries.STORES.toArray(String[]::new));
        // By series UID: what has one UID must meet in one task, whatever study it says it is of.
        var claimed = outcomes.filter((series, outcome) -> outcome instanceof Assembled, Named.as("select-assembled"))
                .mapValues(outcome -> ((Assembled) outcome).part(), Named.as("unwrap-assembled"))
                .repartition(
                        Repartitioned.with(Topics.SERIES_ASSEMBLED.keySerde(), Topics.SERIES_ASSEMBLED.valueSerde())
                                .withName("series-by-uid"))
                .process(() -> new ClaimSeries(config), Named.as("claim"), ClaimSeries.STORE);
        claimed.filter((series, outcome) -> outcome instanceof Assembled, Named.as("select-claimed"))
                .mapValues(outcome -> ((Assembled) outcome).part(), Named.as("unwrap-claimed"))
                .to(
                        Topics.SERIES_ASSEMBLED.name(),
                        Topics.SERIES_ASSEMBLED
                                .produced("produce-assembled")
                                .withStreamPartitioner(Partitioning.byStudy()));
        reject(outcomes, "instances");
        reject(claimed, "series");
        return builder.build();
    }

    private static void reject(KStream<String, Outcome> outcomes, String what) {
        outcomes.filter((series, outcome) -> outcome instanceof Rejected, Named.as("select-rejected-" + what))
                .mapValues(outcome -> ((Rejected) outcome).rejection(), Named.as("unwrap-rejected-" + what))
                .to(Topics.SERIES_REJECTED.name(), Topics.SERIES_REJECTED.produced("produce-rejected-" + what));
    }
}
