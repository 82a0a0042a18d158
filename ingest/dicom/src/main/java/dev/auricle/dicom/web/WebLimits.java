package dev.auricle.dicom.web;

import java.time.Duration;

/**
 * What a web server allows its clients.
 *
 * @param requests at one time; one more is answered 503
 * @param body of one request
 * @param metadataBytes of a request of JSON and bulk data, which is held in memory whole
 * @param idle for the head of a request to come, for a next one to begin, and for each KiB of a body
 * @param drain how long requests may go on while the server closes
 */
public record WebLimits(int requests, MultipartLimits body, long metadataBytes, Duration idle, Duration drain) {
    /** 64 requests, 64 MiB of metadata, 30 seconds, 30 seconds. */
    public static final WebLimits DEFAULT =
            new WebLimits(64, MultipartLimits.DEFAULT, 1L << 26, Duration.ofSeconds(30), Duration.ofSeconds(30));

    public WebLimits {
        if (requests < 1 || metadataBytes < 1) {
            throw new IllegalArgumentException(
                    "limits must be positive: requests " + requests + ", metadata bytes " + metadataBytes);
        }
        if (idle.isNegative() || idle.isZero() || drain.isNegative()) {
            throw new IllegalArgumentException("times must be positive: idle " + idle + ", drain " + drain);
        }
    }

    /** What one request of JSON and bulk data may have. */
    MultipartLimits metadata() {
        return new MultipartLimits(
                body.parts(),
                body.headerBytes(),
                Math.min(metadataBytes, body.partBytes()),
                Math.min(metadataBytes, body.totalBytes()));
    }
}
