package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import java.util.stream.Stream;

/** Where in an object bytes are found that should not be. */
record Survivors(BytePatterns patterns) {
    /** Tags and representations, with the way to them. */
    Stream<String> in(DataSet dataSet) {
        return dataSet.elements().flatMap(element -> in(element));
    }

    private Stream<String> in(Element element) {
        var here = element.tag() + " " + element.vr();
        if (element instanceof SequenceElement sequence) {
            return sequence.items().stream().flatMap(item -> in(item.dataSet()).map(below -> here + " > " + below));
        }
        return element instanceof ValueElement value && patterns.areIn(value.value())
                ? Stream.of(here)
                : Stream.empty();
    }
}
