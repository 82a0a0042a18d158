package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.Optional;

/** D: a value that says nothing stands in; in a sequence, for each value of its items. What was empty stays empty. */
record Dummy() implements Action {
    private static final Action MAP = new MapUid();
    private static final String TEXT = "REMOVED";
    private static final int LARGEST_WORD = 8;

    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        if (element instanceof SequenceElement sequence) {
            return Optional.of(pass.items(sequence, in, pass::dummies));
        }
        if (element.isEmpty()) {
            return Optional.of(element);
        }
        if (Representations.understood(element) == Vr.UI) {
            return MAP.apply(element, in, pass);
        }
        return element instanceof ValueElement value ? Optional.of(standIn(value)) : Optional.empty();
    }

    static ValueElement standIn(ValueElement element) {
        var vr = Representations.understood(element);
        return vr.isText() ? Text.element(element.tag(), vr, text(vr)) : zero(element);
    }

    private static String text(Vr vr) {
        return switch (vr) {
            case AS -> "000Y";
            case DA -> "19700101";
            case DT -> "19700101000000";
            case TM -> "000000";
            case DS, IS -> "0";
            case UI -> "2.25.0";
            default -> TEXT;
        };
    }

    private static ValueElement zero(ValueElement element) {
        int size = Math.min(element.value().size(), LARGEST_WORD);
        return new ValueElement(element.tag(), element.vr(), Bytes.wrap(new byte[size]), ByteOrder.LITTLE_ENDIAN);
    }
}
