package dev.auricle.dicom.query;

import dev.auricle.dicom.data.CharacterSet;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to look for, or what to have sent: entities of one level whose keys match.
 *
 * <p>A key may be a single value, several UIDs, a range of dates or times ({@code 20240101-20241231}), or text with
 * {@code *} and {@code ?} (PS3.4, C.2.2.2). Below the top level the unique keys of the levels above must be given too;
 * not all archives insist.
 */
public final class Query {
    private final QueryRoot root;
    private final QueryLevel level;
    private final Map<Tag, List<String>> keys;

    private Query(QueryRoot root, QueryLevel level, Map<Tag, List<String>> keys) {
        this.root = root;
        this.level = level;
        this.keys = keys;
    }

    /** Everything of this level, of the study root; in the patient root if the level is only there. */
    public static Query of(QueryLevel level) {
        return new Query(level == QueryLevel.PATIENT ? QueryRoot.PATIENT : QueryRoot.STUDY, level, Map.of());
    }

    /** One study, as a retrieval names it. */
    public static Query study(String study) {
        return of(QueryLevel.STUDY).matching(Tags.STUDY_INSTANCE_UID, study);
    }

    /** One series, as a retrieval names it. */
    public static Query series(String study, String series) {
        return of(QueryLevel.SERIES)
                .matching(Tags.STUDY_INSTANCE_UID, study)
                .matching(Tags.SERIES_INSTANCE_UID, series);
    }

    /** Instances of one series, as a retrieval names them. */
    public static Query instances(String study, String series, List<String> instances) {
        return of(QueryLevel.INSTANCE)
                .matching(Tags.STUDY_INSTANCE_UID, study)
                .matching(Tags.SERIES_INSTANCE_UID, series)
                .matching(Tags.SOP_INSTANCE_UID, instances.toArray(String[]::new));
    }

    /** The same, asked of the other information model. */
    public Query in(QueryRoot other) {
        if (other == QueryRoot.STUDY && level == QueryLevel.PATIENT) {
            throw new IllegalArgumentException("the study root has no level PATIENT");
        }
        return new Query(other, level, keys);
    }

    /** Only what matches; of several values, which only UIDs may have, any. */
    public Query matching(Tag key, String... values) {
        var more = new LinkedHashMap<>(keys);
        more.put(key, List.of(values));
        return new Query(root, level, more);
    }

    /** Answers are to have these attributes too. */
    public Query returning(Tag... wanted) {
        var more = new LinkedHashMap<>(keys);
        Stream.of(wanted).forEach(tag -> more.putIfAbsent(tag, List.of()));
        return new Query(root, level, more);
    }

    public QueryRoot root() {
        return root;
    }

    public QueryLevel level() {
        return level;
    }

    /** What must match, or is wanted where there are no values; in the order in which it was said. */
    public Map<Tag, List<String>> keys() {
        return Collections.unmodifiableMap(keys);
    }

    /** As it travels by DIMSE. Names beyond ASCII make it Latin-1, those beyond that UTF-8. */
    public DataSet identifier() {
        var identifier = DataSet.builder().set(Tags.QUERY_RETRIEVE_LEVEL, level.term());
        declareCharacterSet(identifier);
        keys.forEach((tag, values) -> {
            if (values.isEmpty()) {
                identifier.empty(tag);
            } else {
                identifier.set(tag, values.toArray(String[]::new));
            }
        });
        return identifier.build();
    }

    private void declareCharacterSet(DataSetBuilder identifier) {
        var text = keys.values().stream().flatMap(List::stream).toList();
        Stream.of("ISO_IR 6", "ISO_IR 100", "ISO_IR 192")
                .filter(term -> text.stream().allMatch(CharacterSet.of(List.of(term))::canEncode))
                .findFirst()
                .filter(term -> !term.equals("ISO_IR 6"))
                .ifPresent(term -> identifier.set(Tags.SPECIFIC_CHARACTER_SET, term));
    }

    /** The level and the tags of its keys: their values may be about a patient. */
    @Override
    public String toString() {
        return level.term() + " of " + root + " by " + keys.keySet();
    }
}
