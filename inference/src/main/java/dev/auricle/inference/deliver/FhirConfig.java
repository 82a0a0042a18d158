package dev.auricle.inference.deliver;

import dev.auricle.schemas.configuration.Default;
import java.net.URI;
import java.time.Duration;

/**
 * The FHIR server that results are put on.
 *
 * @param url its base
 * @param timeout of a request
 */
public record FhirConfig(URI url, @Default("30s") Duration timeout) {
    /** Refuses what is no base of a server. */
    public FhirConfig {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("url must be http or https, got " + url);
        }
    }
}
