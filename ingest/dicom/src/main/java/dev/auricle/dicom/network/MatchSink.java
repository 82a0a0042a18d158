package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import io.vertx.core.Future;

/** Takes the answers of a query, one after the other. */
@FunctionalInterface
public interface MatchSink {
    /**
     * One entity that matches. The next is not read before the future is complete, so a slow sink slows the peer. A
     * failed one cancels the query, which then fails with its cause.
     */
    Future<Void> match(DataSet entity);
}
