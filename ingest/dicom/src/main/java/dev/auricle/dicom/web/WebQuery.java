package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.Tag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What to search for (QIDO-RS, PS3.18, 10.6). Matching is exact, by wild cards and by ranges, as PS3.4 C.2.2.2 has it;
 * never fuzzy.
 *
 * @param within the study, or study and series, that is searched; empty for all
 * @param match the attributes and what their values must match
 * @param include attributes that are wanted beside those that every answer has
 */
public record WebQuery(Level level, Optional<WebResource> within, Map<Tag, String> match, Set<Tag> include) {
    /** What is searched for. */
    public enum Level {
        STUDIES,
        SERIES,
        INSTANCES
    }

    public WebQuery {
        match = Collections.unmodifiableMap(new LinkedHashMap<>(match));
        include = Collections.unmodifiableSet(new LinkedHashSet<>(include));
    }

    /** All studies. */
    public static WebQuery studies() {
        return new WebQuery(Level.STUDIES, Optional.empty(), Map.of(), Set.of());
    }

    /** All series of a study. */
    public static WebQuery seriesOf(String study) {
        return new WebQuery(Level.SERIES, Optional.of(WebResource.study(study)), Map.of(), Set.of());
    }

    /** All instances of a series. */
    public static WebQuery instancesOf(String study, String series) {
        return new WebQuery(Level.INSTANCES, Optional.of(WebResource.series(study, series)), Map.of(), Set.of());
    }

    /** Only those whose attribute matches: a value, {@code A*}, {@code 20240101-20241231}. */
    public WebQuery matching(Tag tag, String value) {
        var more = new LinkedHashMap<>(match);
        more.put(tag, value);
        return new WebQuery(level, within, more, include);
    }

    /** With this attribute in the answers. */
    public WebQuery including(Tag tag) {
        var more = new LinkedHashSet<>(include);
        more.add(tag);
        return new WebQuery(level, within, match, more);
    }

    /** Path and query for one page of answers. */
    String path(long offset, int limit) {
        var parameters = new StringJoiner("&");
        match.forEach((tag, value) ->
                parameters.add(hexadecimal(tag) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        include.forEach(tag -> parameters.add("includefield=" + hexadecimal(tag)));
        parameters.add("limit=" + limit).add("offset=" + offset);
        return within.map(WebResource::path).orElse("") + "/" + collection() + "?" + parameters;
    }

    private String collection() {
        return switch (level) {
            case STUDIES -> "studies";
            case SERIES -> "series";
            case INSTANCES -> "instances";
        };
    }

    private static String hexadecimal(Tag tag) {
        return "%08X".formatted(tag.value());
    }

    /** Without what is matched, which may name a patient. */
    @Override
    public String toString() {
        return collection() + " by " + match.keySet();
    }
}
