package dev.auricle.schemas.topic;

import dev.auricle.schemas.ContractException;

/** No broker answered. */
public final class UnableToReachCluster extends ContractException {
    /** Says which addresses were tried. */
    public UnableToReachCluster(String bootstrap, Throwable cause) {
        super("no Kafka broker answers at " + bootstrap, cause);
    }
}
