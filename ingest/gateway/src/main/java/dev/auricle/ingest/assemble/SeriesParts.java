package dev.auricle.ingest.assemble;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a series into records of bounded size, and back. */
public final class SeriesParts {
    /**
     * Of a part's instances, so that a part stays below a mebibyte. An instance takes some 350 bytes, and 24 more for each of
     * several frames; as its header is not longer than a mebibyte, that is less than half of one.
     */
    private static final int MOST_BYTES = 512 * 1024;

    private SeriesParts() {}

    static List<SeriesAssembled> split(SeriesState series, List<SeriesInstance> instances) {
        var parts = parts(instances);
        return IntStream.range(0, parts.size())
                .mapToObj(part -> SeriesAssembled.newBuilder()
                        .setSite(series.getSite())
                        .setStudyInstanceUid(series.getStudyInstanceUid())
                        .setSeriesInstanceUid(series.getSeriesInstanceUid())
                        .setRevision(series.getRevision())
                        .setModality(series.getModality())
                        .setFrameOfReferenceUid(series.getFrameOfReferenceUid())
                        .setInstanceCount(instances.size())
                        .setPart(part)
                        .setParts(parts.size())
                        .addAllInstances(parts.get(part))
                        .build())
                .toList();
    }

    private static List<List<SeriesInstance>> parts(List<SeriesInstance> instances) {
        var parts = new ArrayList<List<SeriesInstance>>();
        long bytes = MOST_BYTES;
        for (var instance : instances) {
            bytes += instance.getSerializedSize();
            if (bytes > MOST_BYTES) {
                parts.add(new ArrayList<>());
                bytes = instance.getSerializedSize();
            }
            parts.get(parts.size() - 1).add(instance);
        }
        return parts;
    }

    /** The series whose last part is the last of these records; records of other series may lie between. */
    public static Series join(List<SeriesAssembled> records, LogRef place) {
        var last = records.get(records.size() - 1);
        var parts = records.stream().filter(part -> isOfOne(part, last)).toList();
        if (parts.size() != last.getParts()) {
            throw new IllegalArgumentException(
                    "of " + last.getParts() + " parts of a series there are " + parts.size());
        }
        return new Series(
                last,
                parts.stream().flatMap(part -> part.getInstancesList().stream()).toList(),
                place.toBuilder().setSha256(sha256(parts)).build());
    }

    private static boolean isOfOne(SeriesAssembled part, SeriesAssembled other) {
        return part.getSite().equals(other.getSite())
                && part.getSeriesInstanceUid().equals(other.getSeriesInstanceUid())
                && part.getRevision() == other.getRevision();
    }

    private static ByteString sha256(List<SeriesAssembled> parts) {
        var digest = Sha256.digest();
        parts.forEach(part -> digest.update(part.toByteArray()));
        return ByteString.copyFrom(digest.digest());
    }
}
