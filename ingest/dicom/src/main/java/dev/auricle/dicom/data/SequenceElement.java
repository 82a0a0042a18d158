package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.util.List;

/**
 * An element whose value is a sequence of items (PS3.5, 7.5).
 *
 * @param vr SQ, or UN where an explicit encoding did not know it was a sequence (PS3.5, 6.2.2)
 */
public record SequenceElement(Tag tag, Vr vr, List<Item> items, LengthForm length) implements Element {
    public SequenceElement {
        if (vr != Vr.SQ && vr != Vr.UN) {
            throw new IllegalArgumentException(tag + " of " + vr + " cannot hold items");
        }
        items = List.copyOf(items);
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** One data set of a sequence, and how its end was encoded. */
    public record Item(DataSet dataSet, LengthForm length) {}
}
