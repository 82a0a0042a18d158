package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who drew something.
 *
 * @param name of a person or of a program, as the object has it: it names a human being and is to be hashed before it
 *     leaves the hospital
 */
public record Annotator(Kind kind, String name) {
    /** Where the object does not say. */
    public static final Annotator UNKNOWN = new Annotator(Kind.UNKNOWN, "");

    /** What draws. */
    public enum Kind {
        PERSON,
        PROGRAM,
        UNKNOWN
    }

    /** A person, or nobody that is known where the name is empty. */
    public static Annotator person(String name) {
        return name.isBlank() ? UNKNOWN : new Annotator(Kind.PERSON, name);
    }

    /** A program, or nothing that is known where the name is empty. */
    public static Annotator program(String name) {
        return name.isBlank() ? UNKNOWN : new Annotator(Kind.PROGRAM, name);
    }

    /** The person whom the first of the attributes that has a value names. */
    public static Annotator named(DataSet object, Tag... attributes) {
        return Stream.of(attributes)
                .map(object::find)
                .flatMap(Optional::stream)
                .map(Value::string)
                .filter(name -> !name.isBlank())
                .findFirst()
                .map(Annotator::person)
                .orElse(UNKNOWN);
    }

    /** The equipment that an object comes from, as one that draws by itself. */
    static Annotator equipment(DataSet object) {
        var parts = Stream.of(Tags.MANUFACTURER, Tags.MANUFACTURER_MODEL_NAME, Tags.SOFTWARE_VERSIONS)
                .map(object::find)
                .flatMap(Optional::stream)
                .map(Value::string)
                .toList();
        return program(String.join(" ", parts));
    }

    /** Whether it draws by itself. */
    public boolean isProgram() {
        return kind == Kind.PROGRAM;
    }

    /** This one or, where it is not known, the other. */
    public Annotator or(Annotator other) {
        return kind == Kind.UNKNOWN ? other : this;
    }

    /** The kind only. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
