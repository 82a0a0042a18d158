package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.util.List;

/**
 * An element whose value is encapsulated (PS3.5, A.4): compressed pixels, carried through without a look inside.
 *
 * @param fragments the first is the basic offset table, which may be empty
 */
public record FragmentsElement(Tag tag, Vr vr, List<Bytes> fragments) implements Element {
    public FragmentsElement {
        fragments = List.copyOf(fragments);
    }

    @Override
    public boolean isEmpty() {
        return fragments.isEmpty();
    }
}
