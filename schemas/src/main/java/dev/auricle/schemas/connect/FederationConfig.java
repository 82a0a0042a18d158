package dev.auricle.schemas.connect;

import dev.auricle.schemas.configuration.Default;
import java.util.Map;

/**
 * The section {@code federation}: the shared cluster.
 *
 * @param name which federation's plan to follow
 * @param bootstrap the shared cluster's address
 * @param kafka further client properties
 */
public record FederationConfig(
        @Default("auricle") String name,
        @Default("127.0.0.1:9092") String bootstrap,
        Map<String, String> kafka) {
    /** How to reach it. */
    public KafkaConnection connection() {
        return new KafkaConnection(bootstrap, kafka);
    }

    /** Without the client properties' values, which may be passwords. */
    @Override
    public String toString() {
        return "FederationConfig(" + name + ", " + connection() + ")";
    }
}
