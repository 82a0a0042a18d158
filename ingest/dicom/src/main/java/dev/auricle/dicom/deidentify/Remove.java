package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import java.util.Optional;

/** X: the attribute goes. */
record Remove() implements Action {
    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        return Optional.empty();
    }
}
