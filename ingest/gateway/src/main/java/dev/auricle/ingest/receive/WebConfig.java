package dev.auricle.ingest.receive;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;

/**
 * The section {@code ingest.receive.web}.
 *
 * @param host the address to listen on; loopback unless configured
 * @param port 0 for any that is free
 * @param base what the paths begin with: instances are stored at {@code {base}/studies}
 * @param tokens for each hospital that may store, by name, the bearer token that its PACS shows; empty: nobody listens
 * @param maxRequests at once; more are answered 503
 * @param instanceMebibytes the largest instance; a larger one is answered 413
 * @param idle how long a client may be silent while it is its turn
 */
public record WebConfig(
        @Default("127.0.0.1") String host,
        @Default("8043") int port,
        @Default("/dicom-web") String base,
        Map<String, Secret> tokens,
        @Default("64") int maxRequests,
        @Default("4096") int instanceMebibytes,
        @Default("30s") Duration idle) {
    private static final int HIGHEST_PORT = 65_535;

    /** Refuses what cannot be listened on, or would not tell hospitals apart. */
    public WebConfig {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be between 0 and " + HIGHEST_PORT + ", got " + port);
        }
        if (!base.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("base must be empty or like /dicom-web, got '" + base + "'");
        }
        if (new HashSet<>(tokens.values()).size() != tokens.size()) {
            throw new IllegalArgumentException("tokens must differ: a token says which hospital an instance is of");
        }
        if (maxRequests < 1 || instanceMebibytes < 1 || idle.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "maxRequests and instanceMebibytes must be at least 1, idle at least a second");
        }
        tokens = Map.copyOf(tokens);
    }

    /** Whether anybody may store. */
    public boolean isOn() {
        return !tokens.isEmpty();
    }
}
