package dev.auricle.dicom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Writes data sets as objects whose names are tags and whose values are attributes. */
final class ElementWriter {
    static final String UTF_8 = "ISO_IR 192";

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    /** A double, which is what most readers make of a number, holds every integer of so many characters. */
    private static final int EXACT_DIGITS = 15;

    private final JsonGenerator json;
    private final BulkDataPlacement placement;

    ElementWriter(JsonGenerator json, BulkDataPlacement placement) {
        this.json = json;
        this.placement = placement;
    }

    void write(DataSet dataSet) throws IOException {
        json.writeStartObject();
        for (Iterator<Element> elements = dataSet.elements().iterator(); elements.hasNext(); ) {
            var element = elements.next();
            if (!element.tag().isGroupLength()) {
                write(dataSet, element);
            }
        }
        json.writeEndObject();
    }

    private void write(DataSet dataSet, Element element) throws IOException {
        json.writeObjectFieldStart("%08X".formatted(element.tag().value()));
        boolean sequence = element instanceof SequenceElement;
        json.writeStringField("vr", sequence ? Vr.SQ.name() : element.vr().name());
        if (sequence) {
            writeItems(dataSet.items(element.tag()));
        } else if (!element.isEmpty()) {
            writePlaced(dataSet, element);
        }
        json.writeEndObject();
    }

    private void writeItems(List<DataSet> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (var item : items) {
            write(item);
        }
        json.writeEndArray();
    }

    private void writePlaced(DataSet dataSet, Element element) throws IOException {
        if (mayBeElsewhere(element.vr())) {
            var uri = placement.place(element);
            if (uri.isPresent()) {
                json.writeStringField("BulkDataURI", uri.get());
                return;
            }
        }
        if (element instanceof ValueElement value) {
            writeInline(dataSet, value);
        } else if (element instanceof FragmentsElement) {
            throw new UnableToWriteJson(element.tag(), "is encapsulated, which no JSON text can hold");
        }
    }

    private void writeInline(DataSet dataSet, ValueElement element) throws IOException {
        switch (element.vr().kind()) {
            case BYTES -> json.writeBinaryField("InlineBinary", Words.littleEndian(element));
            case ASCII, TEXT, PARAGRAPHS -> writeTexts(element, texts(dataSet, element));
            default -> writeNumbers(element);
        }
    }

    /** Those of PS3.18, F.2.2. */
    private static boolean mayBeElsewhere(Vr vr) {
        return switch (vr) {
            case DS, FL, FD, IS, LT, OB, OD, OF, OL, OV, OW, SL, SS, ST, SV, UC, UL, UN, US, UT, UV -> true;
            default -> false;
        };
    }

    private static List<String> texts(DataSet dataSet, ValueElement element) {
        return element.tag().equals(Tags.SPECIFIC_CHARACTER_SET)
                ? List.of(UTF_8)
                : dataSet.require(element.tag()).strings();
    }

    private void writeTexts(ValueElement element, List<String> texts) throws IOException {
        if (texts.equals(List.of(""))) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (var text : texts) {
            if (text.isEmpty()) {
                json.writeNull();
            } else {
                writeText(element.vr(), text);
            }
        }
        json.writeEndArray();
    }

    private void writeText(Vr vr, String text) throws IOException {
        switch (vr) {
            case PN -> writeName(text);
            case DS, IS -> {
                if (JSON_NUMBER.matcher(text).matches()) {
                    json.writeNumber(text);
                } else {
                    json.writeString(text);
                }
            }
            default -> json.writeString(text);
        }
    }

    private void writeName(String name) throws IOException {
        var groups = name.split("=", JsonValue.NAME_GROUPS.size());
        json.writeStartObject();
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].isEmpty()) {
                json.writeStringField(JsonValue.NAME_GROUPS.get(i), groups[i]);
            }
        }
        json.writeEndObject();
    }

    private void writeNumbers(ValueElement element) throws IOException {
        var words = Words.of(element);
        json.writeArrayFieldStart("Value");
        while (words.hasRemaining()) {
            switch (element.vr()) {
                case US -> json.writeNumber(Short.toUnsignedInt(words.getShort()));
                case SS -> json.writeNumber(words.getShort());
                case UL -> json.writeNumber(Integer.toUnsignedLong(words.getInt()));
                case SL -> json.writeNumber(words.getInt());
                case SV -> writeLong(Long.toString(words.getLong()));
                case UV -> writeLong(Long.toUnsignedString(words.getLong()));
                case FL -> json.writeNumber(words.getFloat());
                case FD -> json.writeNumber(words.getDouble());
                case AT ->
                    json.writeString("%08X"
                            .formatted(Tag.of(Short.toUnsignedInt(words.getShort()), words.getShort())
                                    .value()));
                default -> throw new IllegalStateException(element.vr() + " is not made of numbers");
            }
        }
        json.writeEndArray();
    }

    /** As a number where every reader of JSON keeps all its digits, else as a string (PS3.18, F.2.3). */
    private void writeLong(String digits) throws IOException {
        if (digits.length() <= EXACT_DIGITS) {
            json.writeNumber(digits);
        } else {
            json.writeString(digits);
        }
    }
}
