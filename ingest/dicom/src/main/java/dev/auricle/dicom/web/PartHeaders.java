package dev.auricle.dicom.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a part says of itself.
 *
 * @param contentType empty where it does not say, or says what is no media type
 * @param location Content-Location, by which other parts refer to it
 */
record PartHeaders(Optional<MediaType> contentType, Optional<String> location) {
    /** Of lines such as {@code Content-Type: application/dicom}. */
    static PartHeaders of(String lines) {
        Map<String, String> headers = new HashMap<>();
        for (var line : lines.split("\r\n", -1)) {
            if (!line.isEmpty()) {
                int colon = line.indexOf(':');
                if (colon < 1) {
                    throw new UnableToReadMultipart(MultipartFlaw.BAD_HEADER);
                }
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new PartHeaders(
                Optional.ofNullable(headers.get("content-type")).flatMap(MediaType::of),
                Optional.ofNullable(headers.get("content-location")));
    }
}
