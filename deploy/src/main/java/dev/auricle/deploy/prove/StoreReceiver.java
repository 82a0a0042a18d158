package dev.auricle.deploy.prove;

import java.nio.file.Path;

/** Something that images can be sent to by C-STORE. */
interface StoreReceiver {
    /** As reports call it. */
    String name();

    /** Begins to listen; what it keeps goes into a folder of its own. */
    Listening listen(Path folder);

    /**
     * Where it listens, until closed.
     *
     * @param aeTitle what it must be called
     * @param stop ends it
     */
    record Listening(int port, String aeTitle, Runnable stop) implements AutoCloseable {
        @Override
        public void close() {
            stop.run();
        }
    }
}
