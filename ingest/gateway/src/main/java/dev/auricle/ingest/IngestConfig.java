package dev.auricle.ingest;

import dev.auricle.ingest.assemble.AssembleConfig;
import dev.auricle.ingest.backfill.BackfillConfig;
import dev.auricle.ingest.deidentify.DeidentifyConfig;
import dev.auricle.ingest.label.LabelConfig;
import dev.auricle.ingest.prepare.PrepareConfig;
import dev.auricle.ingest.receive.ReceiveConfig;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.connect.StreamsSettings;

/**
 * The section {@code ingest}.
 *
 * @param application prefix of consumer groups and internal topics
 * @param receive where the PACS sends to
 * @param backfill where there is something to bring in from
 * @param assemble when a series is complete
 * @param label how long images and annotations wait for each other
 * @param deidentify what is blacked out in images
 * @param prepare how large a series may be
 * @param streams how the topologies run
 */
public record IngestConfig(
        @Default("auricle-ingest") String application,
        ReceiveConfig receive,
        BackfillConfig backfill,
        AssembleConfig assemble,
        LabelConfig label,
        DeidentifyConfig deidentify,
        PrepareConfig prepare,
        StreamsSettings streams) {}
