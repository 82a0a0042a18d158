package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesState;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a series into records of bounded size. */
final class Parts {
    /** An instance takes some 350 bytes, so that a part stays well below a mebibyte. */
    private static final int INSTANCES_A_PART = 2000;

    private Parts() {}

    static List<SeriesAssembled> of(SeriesState series, List<SeriesInstance> instances) {
        int parts = (instances.size() + INSTANCES_A_PART - 1) / INSTANCES_A_PART;
        return IntStream.range(0, parts)
                .mapToObj(part -> SeriesAssembled.newBuilder()
                        .setSite(series.getSite())
                        .setStudyInstanceUid(series.getStudyInstanceUid())
                        .setSeriesInstanceUid(series.getSeriesInstanceUid())
                        .setRevision(series.getRevision())
                        .setModality(series.getModality())
                        .setFrameOfReferenceUid(series.getFrameOfReferenceUid())
                        .setInstanceCount(instances.size())
                        .setPart(part)
                        .setParts(parts)
                        .addAllInstances(instances.subList(
                                part * INSTANCES_A_PART, Math.min(instances.size(), (part + 1) * INSTANCES_A_PART)))
                        .build())
                .toList();
    }
}
