package dev.auricle.inference.encode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as it may stand in a FHIR search (R4, 3.1.1.4.0.1). */
final class QueryText {
    private QueryText() {}

    /** A token: what would end a value is escaped by a backslash, then all of it for the URL. */
    static String token(String system, String value) {
        return URLEncoder.encode(escape(system) + "|" + escape(value), StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace(",", "\\,")
                .replace("$", "\\$");
    }
}
