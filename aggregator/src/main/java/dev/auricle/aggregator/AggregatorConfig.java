package dev.auricle.aggregator;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.connect.StreamsSettings;

/**
 * The section {@code aggregator}.
 *
 * @param application consumer group and prefix of internal topics
 * @param streams how its topology runs
 */
public record AggregatorConfig(
        @Default("auricle-aggregator") String application, StreamsSettings streams) {}
