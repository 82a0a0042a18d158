package dev.auricle.schemas.log;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.record.LogRef;
import java.util.HexFormat;

/** Makes and shows pointers into the log. */
public final class LogRefs {
    private static final int HASH_DIGITS = 8;

    private LogRefs() {}

    /** A pointer at the records from {@code first} to {@code last}, whose payload has that hash. */
    public static LogRef of(String topic, int partition, long first, long last, ByteString sha256) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no offsets from " + first + " to " + last);
        }
        return LogRef.newBuilder()
                .setTopic(topic)
                .setPartition(partition)
                .setFirstOffset(first)
                .setLastOffset(last)
                .setSha256(sha256)
                .build();
    }

    /** {@code dicom.instances 2:17 8f031a77}: the same for tables, with the first digits of the hash. */
    public static String cite(LogRef ref) {
        var hash = HexFormat.of().formatHex(ref.getSha256().toByteArray());
        return ref.getTopic() + " " + ref.getPartition() + ":" + ref.getFirstOffset() + " "
                + hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    }

    /** {@code dicom.instances-2@17..19}: enough to find it, nothing about whom it shows. */
    public static String show(LogRef ref) {
        return ref.getTopic() + "-" + ref.getPartition() + "@" + ref.getFirstOffset()
                + (ref.getLastOffset() == ref.getFirstOffset() ? "" : ".." + ref.getLastOffset());
    }
}
