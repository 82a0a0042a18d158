package dev.auricle.dicom.json;

import dev.auricle.dicom.data.DataSet;
import java.util.List;

/** One entry of an attribute's array of values, before the representation says what it means. */
sealed interface JsonValue {
    /** The component groups of a person's name, in the order in which PS3.5 section 6.2.1 writes them. */
    List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    JsonValue NOTHING = new Text("");
    JsonValue EMPTY_OBJECT = new Item(DataSet.EMPTY);

    /** A string; empty also for {@code null}. */
    record Text(String text) implements JsonValue {}

    /** A number, in the digits it was written with. */
    record Digits(String digits) implements JsonValue {}

    /** A person's name as PS3.5 writes it. */
    record Name(String name) implements JsonValue {}

    /** An item of a sequence; the empty one may be a name without groups. */
    record Item(DataSet dataSet) implements JsonValue {}
}
