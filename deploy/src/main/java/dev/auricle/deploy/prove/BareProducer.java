package dev.auricle.deploy.prove;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the brokers can take: a producer with the gateway's settings that sends the same bytes, and nothing else. */
final class BareProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<byte[]> images;

    /**
     * Connects.
     *
     * @param bootstrap of the brokers
     * @param images the bytes of each
     */
    BareProducer(String bootstrap, List<byte[]> images) {
        this.images = images;
        producer = KafkaConnection.to(bootstrap).producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
    }

    /**
     * Sends each image as a record.
     *
     * @param inFlight how many may be unacknowledged: one, as in an association, or as many as there are associations
     * @return seconds until all are acknowledged
     */
    double send(int inFlight) {
        var failed = new AtomicBoolean();
        producer.partitionsFor(Topics.DICOM_INSTANCES.name());
        var places = new Semaphore(inFlight);
        long begin = System.nanoTime();
        for (int number = 0; number < images.size(); number++) {
            places.acquireUninterruptibly();
            var record =
                    new ProducerRecord<>(Topics.DICOM_INSTANCES.name(), new byte[] {(byte) number}, images.get(number));
            var unused = producer.send(record, (metadata, failure) -> {
                failed.compareAndSet(false, failure != null);
                places.release();
            });
        }
        places.acquireUninterruptibly(inFlight);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (failed.get()) {
            throw new UnableToMeasure("the broker did not take everything");
        }
        return seconds;
    }

    @Override
    public void close() {
        producer.close();
    }
}
