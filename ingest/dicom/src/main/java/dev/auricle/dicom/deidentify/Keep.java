package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Optional;

/** K: the attribute stays; a sequence's items go the same way as everything, and a value is {@link Vetting vetted}. */
record Keep() implements Action {
    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        if (element instanceof SequenceElement sequence) {
            return Optional.of(pass.items(sequence, in, pass::item));
        }
        if (element instanceof ValueElement value) {
            return Optional.of(pass.vetting().vet(value, in));
        }
        return Optional.of(element).filter(fragments -> isPixelData((FragmentsElement) fragments));
    }

    private static boolean isPixelData(FragmentsElement fragments) {
        return fragments.tag().equals(Tags.PIXEL_DATA);
    }
}
