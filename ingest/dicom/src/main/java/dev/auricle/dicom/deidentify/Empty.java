package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Z: the attribute stays, its value goes. */
record Empty() implements Action {
    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        return Optional.of(
                element instanceof SequenceElement sequence
                        ? new SequenceElement(sequence.tag(), sequence.vr(), List.of(), LengthForm.DEFINED)
                        : new ValueElement(element.tag(), element.vr(), Bytes.EMPTY, ByteOrder.LITTLE_ENDIAN));
    }
}
