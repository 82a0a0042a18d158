package dev.auricle.dicom.web;

import java.time.Duration;

/**
 * How long a client waits for a server, and how much it takes from it.
 *
 * @param connect for the connection
 * @param silence for the next byte of an answer
 * @param attempts how often a request is made that is answered "later" (429, 503)
 * @param longestWait between them; a server that asks for more is not asked again
 * @param answerBytes of an answer that is held in memory: one page of a search, the metadata of a study
 */
public record WebPatience(Duration connect, Duration silence, int attempts, Duration longestWait, long answerBytes) {
    /** 10 seconds, 5 minutes, 4 times, 1 minute, 256 MiB. */
    public static final WebPatience DEFAULT =
            new WebPatience(Duration.ofSeconds(10), Duration.ofMinutes(5), 4, Duration.ofMinutes(1), 1L << 28);

    public WebPatience {
        if (attempts < 1 || answerBytes < 1) {
            throw new IllegalArgumentException(
                    "must be positive: attempts " + attempts + ", answer bytes " + answerBytes);
        }
    }
}
