package dev.auricle.ingest.assemble;

import dev.auricle.schemas.record.InstanceClaim;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;

/** Asks whose the instances of a part of a series are: once for each place where SOP Instance UIDs meet. */
public final class InstanceClaims {
    /** So a part makes at most as many records, however many instances it has; and so many tasks can share the work. */
    private static final int PLACES = 16;

    private InstanceClaims() {}

    /** The claims that a part makes, by the place where each is asked for. */
    public static List<KeyValue<String, InstanceClaim>> of(SeriesAssembled part) {
        return byPlace(part).entrySet().stream()
                .map(entry -> KeyValue.pair(part.getSite() + "/" + entry.getKey(), claim(part, entry.getValue())))
                .toList();
    }

    /** How many. */
    static int count(SeriesAssembled part) {
        return byPlace(part).size();
    }

    private static Map<Integer, List<String>> byPlace(SeriesAssembled part) {
        return part.getInstancesList().stream()
                .map(SeriesInstance::getSopInstanceUid)
                .collect(Collectors.groupingBy(
                        uid -> Math.floorMod(uid.hashCode(), PLACES), TreeMap::new, Collectors.toList()));
    }

    private static InstanceClaim claim(SeriesAssembled part, List<String> uids) {
        return InstanceClaim.newBuilder()
                .setSite(part.getSite())
                .setStudyInstanceUid(part.getStudyInstanceUid())
                .setSeriesInstanceUid(part.getSeriesInstanceUid())
                .setRevision(part.getRevision())
                .addAllSopInstanceUids(uids)
                .build();
    }
}
