package dev.auricle.dicom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the data sets of one text, token by token. */
final class ElementReader {
    /** What an attribute, an item or a value costs in memory beside its content, roughly. */
    private static final int OVERHEAD = 64;

    private static final Element UTF_8 = ElementEncoder.element(
            Tags.SPECIFIC_CHARACTER_SET, Vr.CS, ElementWriter.UTF_8.getBytes(StandardCharsets.US_ASCII));

    private final JsonParser json;
    private final ReadLimits limits;
    private final BulkDataResolver bulkData;
    private boolean beyondAscii;
    private long taken;

    /** Where the value of an attribute is. */
    private sealed interface Content {
        record Values(List<JsonValue> values) implements Content {}

        record Inline(Bytes bytes) implements Content {}

        record Elsewhere(String uri) implements Content {}
    }

    ElementReader(JsonParser json, ReadLimits limits, BulkDataResolver bulkData) {
        this.json = json;
        this.limits = limits;
        this.bulkData = bulkData;
    }

    void readEach(Consumer<DataSet> taker) throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                taker.accept(whole());
            } else {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    taker.accept(whole());
                }
            }
            require(json.nextToken() == null, JsonFlaw.NOT_JSON);
        } catch (StreamConstraintsException beyond) {
            throw refusal(constraint());
        } catch (JsonProcessingException malformed) {
            throw refusal(JsonFlaw.NOT_JSON);
        }
    }

    private JsonFlaw constraint() {
        if (json.getParsingContext().getNestingDepth() > limits.depth()) {
            return JsonFlaw.TOO_DEEP;
        }
        return json.currentLocation().getByteOffset() >= limits.total() ? JsonFlaw.TOO_LONG : JsonFlaw.ELEMENT_TOO_LONG;
    }

    private DataSet whole() throws IOException {
        beyondAscii = false;
        take(OVERHEAD);
        require(json.currentToken() == JsonToken.START_OBJECT, JsonFlaw.NOT_A_DATA_SET);
        json.nextToken();
        var dataSet = attributes(0);
        return beyondAscii && !dataSet.contains(Tags.SPECIFIC_CHARACTER_SET) ? dataSet.with(UTF_8) : dataSet;
    }

    /** The attributes from the name that is the current token up to the end of the object. */
    private DataSet attributes(int depth) throws IOException {
        require(depth <= limits.depth(), JsonFlaw.TOO_DEEP);
        var elements = new TreeMap<Tag, Element>();
        while (json.currentToken() == JsonToken.FIELD_NAME) {
            put(elements, depth);
            json.nextToken();
        }
        return DataSet.of(elements.values());
    }

    /** The attribute whose name is the current token. */
    private void put(Map<Tag, Element> elements, int depth) throws IOException {
        var tag = JsonNumbers.tag(json.currentName()).orElseThrow(() -> refusal(JsonFlaw.BAD_TAG));
        json.nextToken();
        var element = element(tag, depth);
        if (tag.isGroupLength()) {
            return;
        }
        boolean characterSet = tag.equals(Tags.SPECIFIC_CHARACTER_SET);
        require(elements.put(tag, characterSet ? UTF_8 : element) == null, JsonFlaw.REPEATED_TAG);
    }

    private Element element(Tag tag, int depth) throws IOException {
        require(json.currentToken() == JsonToken.START_OBJECT, JsonFlaw.NOT_A_DATA_SET);
        take(OVERHEAD);
        var vr = Optional.<Vr>empty();
        var contents = new ArrayList<Content>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "vr" -> vr = Optional.of(representation());
                case "Value" -> contents.add(new Content.Values(values(depth)));
                case "InlineBinary" -> contents.add(new Content.Inline(inline()));
                case "BulkDataURI" -> contents.add(new Content.Elsewhere(string()));
                default -> json.skipChildren();
            }
        }
        require(contents.size() <= 1, JsonFlaw.AMBIGUOUS_VALUE);
        var content = contents.isEmpty() ? new Content.Values(List.of()) : contents.get(0);
        return element(tag, vr.orElseGet(() -> usual(tag)), content);
    }

    private Element element(Tag tag, Vr vr, Content content) {
        if (content instanceof Content.Inline inline) {
            require(vr.kind() == Vr.Kind.BYTES, JsonFlaw.BAD_VALUE);
            return ElementEncoder.element(tag, vr, inline.bytes().toArray());
        }
        if (content instanceof Content.Elsewhere elsewhere) {
            return bulkData.resolve(tag, vr, elsewhere.uri()).orElseThrow(() -> refusal(JsonFlaw.NO_BULK_DATA));
        }
        var values = ((Content.Values) content).values();
        return ElementEncoder.encode(tag, vr, values).orElseThrow(() -> refusal(JsonFlaw.BAD_VALUE));
    }

    private static Vr usual(Tag tag) {
        return Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED);
    }

    private Vr representation() throws IOException {
        return Vr.named(string()).orElseThrow(() -> refusal(JsonFlaw.BAD_REPRESENTATION));
    }

    private String string() throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, JsonFlaw.BAD_VALUE);
        var text = json.getText();
        require(text.length() <= limits.elementLength(), JsonFlaw.ELEMENT_TOO_LONG);
        take(2L * text.length());
        beyondAscii |= !text.chars().allMatch(c -> c < 0x80);
        return text;
    }

    private Bytes inline() throws IOException {
        require(json.currentToken() == JsonToken.VALUE_STRING, JsonFlaw.BAD_BASE64);
        try {
            var bytes = new ByteArrayOutputStream();
            json.readBinaryValue(bytes);
            require(bytes.size() <= limits.elementLength(), JsonFlaw.ELEMENT_TOO_LONG);
            take(bytes.size());
            return Bytes.wrap(bytes.toByteArray());
        } catch (StreamConstraintsException beyond) {
            throw beyond;
        } catch (JsonProcessingException | IllegalArgumentException malformed) {
            throw refusal(JsonFlaw.BAD_BASE64);
        }
    }

    private List<JsonValue> values(int depth) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, JsonFlaw.BAD_VALUE);
        var values = new ArrayList<JsonValue>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            take(OVERHEAD);
            values.add(value(depth));
        }
        return values;
    }

    private JsonValue value(int depth) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> JsonValue.NOTHING;
            case VALUE_STRING -> new JsonValue.Text(string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Digits(json.getText());
            case START_OBJECT -> object(depth);
            default -> throw refusal(JsonFlaw.BAD_VALUE);
        };
    }

    /** An item of a sequence or a person's name: the names inside tell, of which an empty one has none. */
    private JsonValue object(int depth) throws IOException {
        if (json.nextToken() == JsonToken.END_OBJECT) {
            return JsonValue.EMPTY_OBJECT;
        }
        if (JsonValue.NAME_GROUPS.contains(json.currentName())) {
            return name();
        }
        return new JsonValue.Item(attributes(depth + 1));
    }

    private JsonValue name() throws IOException {
        var groups = new String[] {"", "", ""};
        do {
            int group = JsonValue.NAME_GROUPS.indexOf(json.currentName());
            require(group >= 0, JsonFlaw.BAD_VALUE);
            groups[group] = json.nextToken() == JsonToken.VALUE_NULL ? "" : string();
        } while (json.nextToken() == JsonToken.FIELD_NAME);
        return new JsonValue.Name(String.join("=", groups).replaceFirst("=+$", ""));
    }

    private void take(long bytes) {
        taken += bytes;
        require(taken <= limits.total(), JsonFlaw.TOO_LONG);
    }

    private void require(boolean condition, JsonFlaw otherwise) {
        if (!condition) {
            throw refusal(otherwise);
        }
    }

    private UnableToReadJson refusal(JsonFlaw flaw) {
        return new UnableToReadJson(flaw, Math.max(0, json.currentLocation().getByteOffset()));
    }
}
