package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The value of an attribute that has one, decoded by whoever asks. Every method throws {@link UnableToReadValue} where
 * the value is not what was asked for.
 */
public final class Value {
    private final ValueElement element;
    private final Vr vr;
    private final CharacterSet characterSet;

    Value(ValueElement element, Vr vr, CharacterSet characterSet) {
        this.element = element;
        this.vr = vr;
        this.characterSet = characterSet;
    }

    public Tag tag() {
        return element.tag();
    }

    /** The bytes as encoded, in the order of {@link ValueElement#order()}. */
    public Bytes bytes() {
        return element.value();
    }

    boolean isText() {
        return vr.isText();
    }

    /** The first text, without padding; empty where the first of several is. */
    public String string() {
        return strings().get(0);
    }

    /** The texts, without padding; at least one. */
    public List<String> strings() {
        if (!vr.isText()) {
            throw refusal("is not text but " + vr);
        }
        var text = characterSet
                .decode(element.value(), vr)
                .orElseThrow(() -> refusal("is in a character set that is not supported"));
        return Texts.split(text, vr);
    }

    /** The first number, from text or binary. */
    public int integer() {
        return integers()[0];
    }

    /** The numbers, in the order of the value. */
    public int[] integers() {
        if (vr.isText()) {
            return strings().stream()
                    .mapToInt(text -> Numbers.integer(text).orElseThrow(() -> refusal("is not an integer")))
                    .toArray();
        }
        return Arrays.stream(longs())
                .mapToInt(
                        number -> Numbers.narrow(number, vr).orElseThrow(() -> refusal("is not an integer of 32 bits")))
                .toArray();
    }

    /** The binary integers, up to 64 bits, in the order of the value. Those of UV are to be taken as unsigned. */
    public long[] longs() {
        var numbers = Numbers.integers(element, vr).orElseThrow(() -> refusal("is not an integer but " + vr));
        if (numbers.length == 0) {
            throw refusal("is shorter than one number");
        }
        return numbers;
    }

    /** The first number, from text or binary. */
    public double number() {
        return numbers()[0];
    }

    /** The numbers, in the order of the value. */
    public double[] numbers() {
        if (vr.isText()) {
            return strings().stream()
                    .mapToDouble(text -> Numbers.decimal(text).orElseThrow(() -> refusal("is not a number")))
                    .toArray();
        }
        var numbers = Numbers.decimals(element, vr).orElseThrow(() -> refusal("is not a number but " + vr));
        if (numbers.length == 0) {
            throw refusal("is shorter than one number");
        }
        return numbers;
    }

    /** Exactly this many numbers. */
    public double[] numbers(int count) {
        var numbers = numbers();
        if (numbers.length != count) {
            throw refusal("has " + numbers.length + " values, not " + count);
        }
        return numbers;
    }

    /** The tags an AT value points at. */
    public List<Tag> tags() {
        if (vr != Vr.AT) {
            throw refusal("is not tags but " + vr);
        }
        var words = element.value().buffer(element.order()).asShortBuffer();
        var tags = new ArrayList<Tag>();
        while (words.remaining() >= 2) {
            tags.add(Tag.of(words.get(), words.get()));
        }
        return tags;
    }

    /** A date, {@code YYYYMMDD} or the older {@code YYYY.MM.DD}. */
    public LocalDate date() {
        return Texts.date(string()).orElseThrow(() -> refusal("is not a date"));
    }

    /** A time of day, {@code HH[MM[SS[.FFFFFF]]]} or the older form with colons. */
    public LocalTime time() {
        return Texts.time(string()).orElseThrow(() -> refusal("is not a time"));
    }

    private UnableToReadValue refusal(String complaint) {
        return new UnableToReadValue(tag(), complaint);
    }

    /** The tag, representation and size, never the value. */
    @Override
    public String toString() {
        return tag() + " " + element.vr() + ", " + element.value();
    }
}
