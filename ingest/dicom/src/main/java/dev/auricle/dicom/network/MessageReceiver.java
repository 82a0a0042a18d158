package dev.auricle.dicom.network;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** Takes the data set that follows a command, if one does, and then does what the message asks for. */
interface MessageReceiver {
    /** The next piece of the data set; complete when the one after it may come. */
    Future<Void> write(Buffer fragment);

    /** The message is whole; complete when the next may come. */
    Future<Void> end();

    /** The rest of the message will not come. */
    void abort(Throwable cause);
}
