package dev.auricle.ingest;

import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.ingest.receive.ReceiveConfig;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.connect.StreamsSettings;

/**
 * The section {@code ingest}.
 *
 * @param application prefix of consumer groups and internal topics
 * @param receive where the PACS sends to
 * @param assemble when a series is complete
 * @param streams how the topologies run
 */
public record IngestConfig(
        @Default("auricle-ingest") String application,
        ReceiveConfig receive,
        AssembleConfig assemble,
        StreamsSettings streams) {}
