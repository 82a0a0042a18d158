package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A query as QIDO-RS asks it (PS3.18, 10.6): the study, or study and series, that it names are the place that is searched;
 * what else must match, and what is wanted, are parameters. Matching is as PS3.4 C.2.2.2 has it, never fuzzy.
 */
final class SearchPath {
    private SearchPath() {}

    /** Path and parameters for one page of answers. */
    static String of(Query query, long offset, int limit) {
        var keys = new LinkedHashMap<>(query.keys());
        var place = place(query.level(), keys);
        var parameters = new StringJoiner("&");
        keys.forEach((tag, values) -> parameters.add(
                values.isEmpty()
                        ? "includefield=" + hexadecimal(tag)
                        : hexadecimal(tag) + "="
                                + URLEncoder.encode(String.join(",", values), StandardCharsets.UTF_8)));
        parameters.add("limit=" + limit).add("offset=" + offset);
        return place + "/" + collection(query.level()) + "?" + parameters;
    }

    /** Takes the keys that say the place. */
    private static String place(QueryLevel level, Map<Tag, List<String>> keys) {
        var study = taken(keys, Tags.STUDY_INSTANCE_UID, level.compareTo(QueryLevel.STUDY) > 0);
        var series = taken(keys, Tags.SERIES_INSTANCE_UID, level == QueryLevel.INSTANCE && study.isPresent());
        return study.map(uid -> new WebResource(uid, series, Optional.empty()).path())
                .orElse("");
    }

    private static Optional<String> taken(Map<Tag, List<String>> keys, Tag tag, boolean isPlace) {
        var values = isPlace ? keys.getOrDefault(tag, List.of()) : List.<String>of();
        if (values.size() != 1) {
            return Optional.empty();
        }
        keys.remove(tag);
        return Optional.of(values.get(0));
    }

    /** What is searched for. */
    static String collection(QueryLevel level) {
        return switch (level) {
            case PATIENT -> throw new IllegalArgumentException("QIDO-RS has no level PATIENT");
            case STUDY -> "studies";
            case SERIES -> "series";
            case INSTANCE -> "instances";
        };
    }

    private static String hexadecimal(Tag tag) {
        return "%08X".formatted(tag.value());
    }
}
