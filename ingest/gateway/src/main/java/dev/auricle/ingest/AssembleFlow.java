package dev.auricle.ingest;

import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.ingest.assemble.AssembleSeries;
import dev.auricle.ingest.assemble.AssembleStores;
import dev.auricle.ingest.assemble.ClaimInstances;
import dev.auricle.ingest.assemble.ClaimSeries;
import dev.auricle.ingest.assemble.InstanceClaims;
import dev.auricle.ingest.assemble.Outcome;
import dev.auricle.ingest.assemble.Outcome.Assembled;
import dev.auricle.ingest.assemble.Outcome.Rejected;
import dev.auricle.schemas.record.InstanceAnswer;
import dev.auricle.schemas.record.InstanceClaim;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesClaim;
import dev.auricle.schemas.topic.RecordSerdes;
import dev.auricle.schemas.topic.Topics;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
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
 * <pre>
 *   dicom.instances ─▶ assemble ─┬────────────────────────▶ claim series ─▶ series.assembled, series.rejected
 *                                └─▶ claim instances ─answers─▲
 * </pre>
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
        var assembled = outcomes.filter((series, outcome) -> outcome instanceof Assembled, Named.as("select-assembled"))
                .mapValues(outcome -> ((Assembled) outcome).part(), Named.as("unwrap-assembled"));
        var claimed = claim(assembled, config);
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

    private static KStream<String, Outcome> claim(KStream<String, SeriesAssembled> assembled, AssembleConfig config) {
        // By series UID: what has one UID must meet in one task, whatever study it says it is of.
        var parts = assembled
                .repartition(
                        Repartitioned.with(Topics.SERIES_ASSEMBLED.keySerde(), Topics.SERIES_ASSEMBLED.valueSerde())
                                .withName("series-by-uid"))
                .mapValues(part -> SeriesClaim.newBuilder().setPart(part).build(), Named.as("wrap-part"));
        var answers = answers(assembled, config)
                .mapValues(answer -> SeriesClaim.newBuilder().setAnswer(answer).build(), Named.as("wrap-answer"));
        return parts.merge(answers, Named.as("part-or-answer"))
                .process(
                        () -> new ClaimSeries(config),
                        Named.as("claim-series"),
                        ClaimSeries.STORES.toArray(String[]::new));
    }

    private static KStream<String, InstanceAnswer> answers(
            KStream<String, SeriesAssembled> assembled, AssembleConfig config) {
        // By SOP Instance UID, of which several share a place: what has one UID must meet in one task, whatever series
        // and
        // study it says it is of. Only UIDs go there.
        return assembled
                .flatMap((series, part) -> InstanceClaims.of(part), Named.as("ask-for-instances"))
                .repartition(Repartitioned.with(Serdes.String(), RecordSerdes.message(InstanceClaim.parser()))
                        .withName("instances-by-uid"))
                .process(
                        () -> new ClaimInstances(config),
                        Named.as("claim-instances"),
                        ClaimInstances.STORES.toArray(String[]::new))
                // Back by series UID: the answers must meet the series that waits for them.
                .repartition(Repartitioned.with(Serdes.String(), answer()).withName("answers-by-series"));
    }

    private static Serde<InstanceAnswer> answer() {
        return RecordSerdes.message(InstanceAnswer.parser());
    }

    private static void reject(KStream<String, Outcome> outcomes, String what) {
        outcomes.filter((series, outcome) -> outcome instanceof Rejected, Named.as("select-rejected-" + what))
                .mapValues(outcome -> ((Rejected) outcome).rejection(), Named.as("unwrap-rejected-" + what))
                .to(Topics.SERIES_REJECTED.name(), Topics.SERIES_REJECTED.produced("produce-rejected-" + what));
    }
}
