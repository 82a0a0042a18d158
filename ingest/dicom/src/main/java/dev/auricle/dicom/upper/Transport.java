package dev.auricle.dicom.upper;

import dev.auricle.dicom.pdu.Pdu;
import io.vertx.core.buffer.Buffer;

/** What a machine moves its units with: a connection, and the timer that ends one that nobody ends (ARTIM). */
public interface Transport {
    /** Opens a connection; {@link Event#TRANSPORT_CONFIRM} or {@link Event.Closed} follows. */
    void connect();

    void send(Pdu unit);

    /** Encoded units with data. */
    void send(Buffer units);

    /** Closes the connection, once everything sent is on its way. */
    void close();

    /** Starts ARTIM, from the beginning if it runs already; {@link Event#ARTIM_EXPIRED} follows. */
    void startTimer();

    void stopTimer();
}
