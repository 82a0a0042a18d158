package dev.auricle.ingest;

import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.ingest.assemble.AssembleSeries;
import dev.auricle.ingest.assemble.AssembleStores;
import dev.auricle.ingest.assemble.Outcome.Assembled;
import dev.auricle.ingest.assemble.Outcome.Rejected;
import dev.auricle.schemas.topic.Topics;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;

/**
 * The first half of the gateway's chain. It needs no plan.
 *
 * <pre>   dicom.instances ─▶ assemble ─▶ series.assembled, series.rejected </pre>
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
        outcomes.filter((series, outcome) -> outcome instanceof Assembled, Named.as("select-assembled"))
                .mapValues(outcome -> ((Assembled) outcome).part(), Named.as("unwrap-assembled"))
                .to(
                        Topics.SERIES_ASSEMBLED.name(),
                        Topics.SERIES_ASSEMBLED
                                .produced("produce-assembled")
                                .withStreamPartitioner(Partitioning.byStudy()));
        outcomes.filter((series, outcome) -> outcome instanceof Rejected, Named.as("select-rejected"))
                .mapValues(outcome -> ((Rejected) outcome).rejection(), Named.as("unwrap-rejected"))
                .to(Topics.SERIES_REJECTED.name(), Topics.SERIES_REJECTED.produced("produce-rejected"));
        return builder.build();
    }
}
