package dev.auricle.schemas.topic;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.auricle.schemas.key.PathKey;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.NullUnmarked;

/** Serdes of keys and values. A null value is a tombstone and stays null: Kafka's interfaces are not ours to change. */
@NullUnmarked
public final class RecordSerdes {
    private RecordSerdes() {}

    /** Of a Protobuf message. */
    public static <M extends MessageLite> Serde<M> message(Parser<M> parser) {
        return Serdes.serdeFrom(
                (topic, message) -> message == null ? null : message.toByteArray(),
                (topic, bytes) -> bytes == null ? null : parse(parser, topic, bytes));
    }

    static <T, M extends MessageLite> Serde<T> mapped(
            Parser<M> parser, Function<T, M> toMessage, Function<M, T> fromMessage) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : toMessage.apply(value).toByteArray(),
                (topic, bytes) -> bytes == null ? null : fromMessage.apply(parse(parser, topic, bytes)));
    }

    static <P extends PathKey> Serde<P> path(Function<String, P> parser) {
        return Serdes.serdeFrom(
                (topic, key) -> key.path().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> parser.apply(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static <M extends MessageLite> M parse(Parser<M> parser, String topic, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException malformed) {
            throw new UnableToReadRecord(topic, malformed);
        }
    }
}
