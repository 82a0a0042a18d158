package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import java.util.List;

/**
 * In which character set an object is written that copies texts and adds some. The texts are copied as bytes, so their
 * set must stay, unless they are all ASCII and the new ones need more: then it is UTF-8.
 */
final class TextEncoding {
    static final String UTF_8 = "ISO_IR 192";
    private static final int ESCAPE = 0x1B;

    private TextEncoding() {}

    /** Whether the copied texts' set has to give way to {@link #UTF_8}. */
    static boolean needsUtf8(DataSet copied, List<String> added) {
        var set = copied.characterSet();
        return !added.stream().allMatch(set::canEncode) && isAscii(copied);
    }

    private static boolean isAscii(DataSet dataSet) {
        return dataSet.elements().allMatch(TextEncoding::isAscii);
    }

    private static boolean isAscii(Element element) {
        if (element instanceof SequenceElement sequence) {
            return sequence.items().stream().allMatch(item -> isAscii(item.dataSet()));
        }
        return !(element instanceof ValueElement value) || !element.vr().isText() || isAscii(value);
    }

    private static boolean isAscii(ValueElement element) {
        for (int i = 0; i < element.value().size(); i++) {
            if (element.value().at(i) >= 0x80 || element.value().at(i) == ESCAPE) {
                return false;
            }
        }
        return true;
    }
}
