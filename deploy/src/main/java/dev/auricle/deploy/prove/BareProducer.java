package dev.auricle.deploy.prove;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.topic.Topics;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the brokers can take: a producer with the gateway's settings that sends as many bytes, and nothing else.
 *
 * @param bootstrap of the brokers
 */
record BareProducer(String bootstrap) {

    /**
     * Sends records of one image's bytes.
     *
     * @param inFlight how many may be unacknowledged: one, as in an association, or as many as there are associations
     * @return seconds until all are acknowledged
     */
    double send(int records, int inFlight) {
        var bytes = new byte[TestImages.PIXEL_BYTES];
        var failed = new AtomicBoolean();
        try (var producer = KafkaConnection.to(bootstrap).producer(Map.of())) {
            producer.partitionsFor(Topics.DICOM_INSTANCES.name());
            var places = new Semaphore(inFlight);
            long begin = System.nanoTime();
            for (int number = 0; number < records; number++) {
                places.acquireUninterruptibly();
                var record = new ProducerRecord<>(Topics.DICOM_INSTANCES.name(), new byte[] {(byte) number}, bytes);
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
    }
}
