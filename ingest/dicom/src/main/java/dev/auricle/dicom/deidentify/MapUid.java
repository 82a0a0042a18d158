package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** U: UIDs are replaced, the same by the same, so that references still fit; those of a sequence within its items. */
record MapUid() implements Action {
    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        if (element instanceof SequenceElement sequence) {
            return Optional.of(pass.items(sequence, in, pass::item));
        }
        return element instanceof ValueElement value ? Optional.of(mapped(value, pass)) : Optional.empty();
    }

    private static Element mapped(ValueElement element, Pass pass) {
        var uids = element.value().string(StandardCharsets.ISO_8859_1).split("\\\\", -1);
        return Text.element(
                element.tag(),
                Vr.UI,
                Arrays.stream(uids).map(uid -> pass.uids().map(strip(uid))).collect(Collectors.joining("\\")));
    }

    private static String strip(String uid) {
        return uid.replace('\0', ' ').strip();
    }
}
