package dev.auricle.ingest.receive;

import dev.auricle.schemas.connect.KafkaConnection;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Hands records to the brokers from a thread of its own, so that no event loop ever waits for one, and knows how many
 * bytes are on their way. Thread-safe.
 */
final class ChunkPublisher implements AutoCloseable {
    private static final int MEBIBYTE = 1 << 20;

    private final KafkaProducer<byte[], byte[]> producer;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "receive-publisher"));
    private final long limit;
    private final Deque<Promise<Void>> waiting = new ArrayDeque<>();
    private long inFlight;

    ChunkPublisher(KafkaConnection site, ReceiveConfig config) {
        limit = (long) config.inFlightMebibytes() * MEBIBYTE;
        producer = site.producer(settings(config.patience(), 2 * limit));
    }

    /** Runs a task that ends in {@link #publish}; tasks run one after the other. */
    void execute(Runnable task) {
        thread.execute(task);
    }

    /** Counts bytes that will be published; they count until they are acknowledged or have failed. */
    synchronized void announce(int bytes) {
        inFlight += bytes;
    }

    /** Completes when there is room for more. */
    synchronized Future<Void> room() {
        if (inFlight <= limit) {
            return Future.succeededFuture();
        }
        var promise = Promise.<Void>promise();
        waiting.add(promise);
        return promise.future();
    }

    /** Sends a record of so many announced bytes; completes when every in-sync replica has it. */
    Future<Void> publish(ProducerRecord<byte[], byte[]> record, int announced) {
        var promise = Promise.<Void>promise();
        try {
            var unused = producer.send(record, (metadata, failure) -> {
                settle(announced);
                promise.handle(failure == null ? Future.succeededFuture() : Future.failedFuture(failure));
            });
        } catch (KafkaException failed) {
            settle(announced);
            promise.fail(failed);
        }
        return promise.future();
    }

    /** Takes back bytes that were announced and will not be published, or that are through. */
    void settle(int bytes) {
        var freed = new ArrayDeque<Promise<Void>>();
        synchronized (this) {
            inFlight -= bytes;
            if (inFlight <= limit) {
                freed.addAll(waiting);
                waiting.clear();
            }
        }
        freed.forEach(Promise::complete);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }

    private static Map<String, Object> settings(Duration patience, long bufferBytes) {
        int millis = Math.toIntExact(patience.toMillis());
        return Map.of(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(500, millis / 2),
                ProducerConfig.MAX_BLOCK_MS_CONFIG, millis,
                ProducerConfig.BUFFER_MEMORY_CONFIG, bufferBytes,
                ProducerConfig.LINGER_MS_CONFIG, 0);
    }
}
