package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Tag;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which private attributes may stay: those of PS3.15 table E.3.10-1, and those that the object declares safe in Private
 * Data Element Characteristics Sequence (0008,0300); and with them the creators of their blocks.
 */
record SafePrivate(Set<PrivateElement> declared) {
    /** What an object declares, added to the table. */
    static SafePrivate of(DataSet root) {
        return new SafePrivate(DeclaredSafe.of(root));
    }

    /** The tags of a data set's safe private attributes. */
    Set<Tag> in(DataSet dataSet) {
        var safe = new HashSet<Tag>();
        dataSet.elements()
                .map(Element::tag)
                .filter(Tag::isPrivateCreator)
                .forEach(creator -> addBlock(creator, dataSet, safe));
        return safe;
    }

    private void addBlock(Tag creator, DataSet dataSet, Set<Tag> safe) {
        var name = Text.key(dataSet, creator).orElse("");
        var block = dataSet.elements()
                .map(Element::tag)
                .filter(tag -> tag.group() == creator.group() && tag.element() >>> 8 == creator.element())
                .filter(tag -> isSafe(new PrivateElement(tag.group(), tag.element() & 0xFF, name)))
                .collect(Collectors.toSet());
        if (!block.isEmpty()) {
            safe.addAll(block);
            safe.add(creator);
        }
    }

    private boolean isSafe(PrivateElement element) {
        return PrivateElement.SAFE.contains(element)
                || declared.contains(element)
                || declared.contains(element.whole());
    }
}
