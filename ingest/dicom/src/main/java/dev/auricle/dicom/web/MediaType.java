package dev.auricle.dicom.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A media type as a Content-Type has it (RFC 9110, 8.3.1), in small letters but for the parameters' values.
 *
 * @param essence type and subtype, such as {@code application/dicom}
 */
record MediaType(String essence, Map<String, String> parameters) {
    static final String DICOM = "application/dicom";
    static final String DICOM_JSON = "application/dicom+json";
    static final String OCTETS = "application/octet-stream";
    static final String MULTIPART_RELATED = "multipart/related";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern ESSENCE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*");
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*(?:(" + TOKEN + ")=(?:(" + TOKEN + "(?:[/:]" + TOKEN + ")*)|\"((?:[^\"\\\\]|\\\\.)*+)\")\\s*)?");

    /** The media type that the text is; empty where it is none. */
    static Optional<MediaType> of(String text) {
        var essence = ESSENCE.matcher(text);
        if (!essence.lookingAt()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        int end = essence.end();
        var parameter = PARAMETER.matcher(text);
        while (end < text.length() && parameter.region(end, text.length()).lookingAt()) {
            if (parameter.group(1) != null) {
                var quoted = parameter.group(3);
                var value = quoted == null ? parameter.group(2) : quoted.replaceAll("\\\\(.)", "$1");
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
            }
            end = parameter.end();
        }
        return end < text.length()
                ? Optional.empty()
                : Optional.of(new MediaType(
                        essence.group(1).toLowerCase(Locale.ROOT), Collections.unmodifiableMap(parameters)));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean is(String other) {
        return essence.equals(other);
    }
}
