package dev.auricle.schemas.topic;

import dev.auricle.schemas.ContractException;

/** A record is not what its topic holds. */
public final class UnableToReadRecord extends ContractException {
    UnableToReadRecord(String topic, Throwable cause) {
        super("a record of topic " + topic + " is not of the topic's type", cause);
    }
}
