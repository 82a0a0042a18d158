package dev.auricle.schemas.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The record header with the keyed hash of the study: the thread through all topics of a site. */
public final class Traces {
    /** The header's name. */
    public static final String HEADER = "trace";

    private Traces() {}

    /** Headers with that trace. */
    public static Headers of(String trace) {
        return new RecordHeaders().add(HEADER, trace.getBytes(StandardCharsets.US_ASCII));
    }

    /** The trace of a record; empty when it has none. */
    public static String in(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(HEADER))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .orElse("");
    }
}
