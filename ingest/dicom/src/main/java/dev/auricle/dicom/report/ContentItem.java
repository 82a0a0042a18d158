package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item of a report's content, with what is below it.
 *
 * @param name which concept it is about; all empty if it does not say
 * @param values its attributes
 */
public record ContentItem(
        ValueType type, Relationship relationship, Code name, DataSet values, List<ContentItem> children) {
    public ContentItem {
        children = List.copyOf(children);
    }

    /** Whether it is about this concept. */
    public boolean isAbout(Code concept) {
        return name.isSame(concept);
    }

    /** The items directly below that are about the concept. */
    public Stream<ContentItem> children(Code concept) {
        return children.stream().filter(child -> child.isAbout(concept));
    }

    /** The items directly below of a type. */
    public Stream<ContentItem> children(ValueType wanted) {
        return children.stream().filter(child -> child.type == wanted);
    }

    /** It and everything below it, from the top. */
    public Stream<ContentItem> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ContentItem::all));
    }

    /** The concept that a CODE has as its value. */
    public Optional<Code> code() {
        return values.firstItem(Tags.CONCEPT_CODE_SEQUENCE).map(Code::of);
    }

    /** The words that a TEXT has as its value. */
    public Optional<String> text() {
        return values.find(Tags.TEXT_VALUE).map(Value::string);
    }
}
