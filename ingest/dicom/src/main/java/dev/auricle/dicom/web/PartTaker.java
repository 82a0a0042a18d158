package dev.auricle.dicom.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/**
 * Takes the parts of a body, one after the other: for each {@code begin}, any number of {@code write}, {@code end}; none
 * before the future of the one before is complete. A failed future ends the reading.
 */
interface PartTaker {
    Future<Void> begin(PartHeaders headers);

    Future<Void> write(Buffer piece);

    Future<Void> end();

    /** The rest will not come, be it in the middle of a part or between two. */
    void abort(Throwable cause);
}
