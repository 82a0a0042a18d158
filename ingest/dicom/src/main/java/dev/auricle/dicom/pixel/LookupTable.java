package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.pixel.UnableToReadPixels.Reason;
import java.nio.ByteBuffer;

/**
 * A table that stored values are looked up in (PS3.3, C.11.1.1 and C.7.6.3.1.5). What lies below the first value
 * mapped, or above the last, gets the entry at that end.
 */
public final class LookupTable implements ValueTransformation {
    private static final int MOST_ENTRIES = 1 << 16;

    private final int first;
    private final int bits;
    private final char[] entries;

    private LookupTable(Descriptor descriptor, char[] entries) {
        this.first = descriptor.first;
        this.bits = descriptor.bits;
        this.entries = entries;
    }

    /** How many entries there are, for which stored value the first is, and how deep they are. */
    record Descriptor(int entries, int first, int bits) {
        Descriptor {
            if (entries < 1 || entries > MOST_ENTRIES || bits < 1 || bits > 16) {
                throw new UnableToReadPixels(
                        Reason.TRANSFORMATION, "a table of " + entries + " entries of " + bits + " bits");
            }
        }

        static Descriptor of(Value descriptor, boolean signed) {
            var numbers = descriptor.integers();
            if (numbers.length != 3) {
                throw new UnableToReadPixels(Reason.TRANSFORMATION, "a table whose descriptor is not three numbers");
            }
            int entries = numbers[0] & 0xFFFF;
            int first = signed ? (short) numbers[1] : numbers[1] & 0xFFFF;
            return new Descriptor(entries == 0 ? MOST_ENTRIES : entries, first, numbers[2]);
        }
    }

    /** The table in an item of a Modality or VOI LUT Sequence; {@code signed} says how the values mapped are stored. */
    static LookupTable ofItem(DataSet item, boolean signed) {
        var descriptor = Descriptor.of(item.require(Tags.LUT_DESCRIPTOR), signed);
        return of(descriptor, data(item, Tags.LUT_DATA));
    }

    /** A table whose entries are bytes or words. */
    static LookupTable of(Descriptor descriptor, ByteBuffer data) {
        var entries = new char[descriptor.entries];
        boolean words = data.remaining() >= Character.BYTES * entries.length;
        if (!words && (descriptor.bits > Byte.SIZE || data.remaining() < entries.length)) {
            throw new UnableToReadPixels(
                    Reason.TRANSFORMATION,
                    "a table of " + entries.length + " entries in " + data.remaining() + " bytes");
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i] = words ? data.getChar() : (char) (data.get() & 0xFF);
        }
        return new LookupTable(descriptor, entries);
    }

    static LookupTable of(Descriptor descriptor, char[] entries) {
        return new LookupTable(descriptor, entries);
    }

    /** The bytes of a table's data, in their own order. */
    static ByteBuffer data(DataSet from, Tag tag) {
        return from.element(tag)
                .filter(ValueElement.class::isInstance)
                .map(ValueElement.class::cast)
                .map(element -> element.value().buffer(element.order()))
                .orElseThrow(() -> new NoSuchAttribute(tag));
    }

    @Override
    public double apply(double stored) {
        return entries[(int) Math.max(0, Math.min(stored - first, entries.length - 1))];
    }

    /** Of an entry. */
    public int bits() {
        return bits;
    }
}
