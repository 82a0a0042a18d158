package dev.auricle.inference.retry;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.AppendAgain;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.topic.Topics;

/**
 * Puts results that could not be delivered back: appends their records of {@code segmentations} once more, and they are
 * delivered to every target under the names that they had. A target that has a result already has it still.
 */
public final class RetryDeliveries implements AutoCloseable {
    private final AppendAgain log;

    /** Begins, at one site's cluster; what failed is to be read after that. */
    public RetryDeliveries(KafkaConnection cluster, String site) {
        log = new AppendAgain(cluster, "auricle-retry-deliveries-" + site);
    }

    /**
     * Puts one back.
     *
     * @throws dev.auricle.schemas.log.UnableToReadLog when its records have left the log
     */
    public void send(DeliveryFailed failed) {
        log.append(
                Topics.SEGMENTATIONS,
                failed.getSegmentation(),
                part -> part.getSite().equals(failed.getSite())
                        && part.getSeriesInstanceUid().equals(failed.getSeriesInstanceUid())
                        && part.getModelVersion().equals(failed.getModelVersion()));
    }

    @Override
    public void close() {
        log.close();
    }
}
