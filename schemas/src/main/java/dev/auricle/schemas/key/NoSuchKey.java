package dev.auricle.schemas.key;

import dev.auricle.schemas.ContractException;

/** A record's key does not have the parts that its topic's keys have. */
public final class NoSuchKey extends ContractException {
    NoSuchKey(String path, String wanted) {
        super("'" + path + "' is not a key of the form " + wanted);
    }
}
