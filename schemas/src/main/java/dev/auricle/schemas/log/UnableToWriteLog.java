package dev.auricle.schemas.log;

import dev.auricle.schemas.ContractException;

/** The brokers did not take a record. Nothing of its transaction counts. */
public final class UnableToWriteLog extends ContractException {
    UnableToWriteLog(String topic, Throwable cause) {
        super("a record for topic " + topic + " was not acknowledged", cause);
    }
}
