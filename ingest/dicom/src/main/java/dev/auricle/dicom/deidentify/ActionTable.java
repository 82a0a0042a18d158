package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.dictionary.Tag;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** PS3.15 table E.1-1 as it stands: for each attribute the code of the Basic Profile and those of the options. */
final class ActionTable {
    private static final Map<String, ProfileOption> COLUMNS = Map.of(
            "uids", ProfileOption.RETAIN_UIDS,
            "device", ProfileOption.RETAIN_DEVICE_IDENTITY,
            "institution", ProfileOption.RETAIN_INSTITUTION_IDENTITY,
            "characteristics", ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
            "full-dates", ProfileOption.RETAIN_FULL_DATES,
            "modified-dates", ProfileOption.RETAIN_MODIFIED_DATES,
            "descriptors", ProfileOption.CLEAN_DESCRIPTORS,
            "structured-content", ProfileOption.CLEAN_STRUCTURED_CONTENT,
            "graphics", ProfileOption.CLEAN_GRAPHICS);

    static final ActionTable STANDARD = new ActionTable();

    private final Map<Tag, Row> rows = new HashMap<>();

    private ActionTable() {
        Table.lines("actions.txt").forEach(this::add);
    }

    /** What the table says of one attribute. */
    record Row(ActionCode basic, Map<ProfileOption, ActionCode> options) {
        /** Of several options the one that cleans prevails over the one that keeps. */
        ActionCode code(Profile profile) {
            var chosen = options.entrySet().stream()
                    .filter(entry -> profile.has(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            if (chosen.isEmpty()) {
                return basic;
            }
            return chosen.contains(ActionCode.C) ? ActionCode.C : ActionCode.K;
        }
    }

    Map<Tag, Row> rows() {
        return Map.copyOf(rows);
    }

    Optional<Row> row(Tag tag) {
        return Optional.ofNullable(rows.get(tag));
    }

    private void add(String line) {
        var fields = line.split(" ", -1);
        var tag = new Tag(Integer.parseUnsignedInt(fields[0].replace(",", "").replace("xx", "00"), 16));
        var options = Arrays.stream(fields)
                .skip(2)
                .map(field -> field.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(field -> column(field[0]), field -> ActionCode.of(field[1])));
        rows.put(tag, new Row(ActionCode.of(fields[1]), options));
    }

    private static ProfileOption column(String name) {
        return Optional.ofNullable(COLUMNS.get(name))
                .orElseThrow(() -> new IllegalStateException("no option is called " + name));
    }
}
