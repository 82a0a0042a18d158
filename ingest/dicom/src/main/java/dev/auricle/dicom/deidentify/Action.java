package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import java.util.Optional;

/** What becomes of an attribute (PS3.15, table E.1-1a). */
sealed interface Action permits Clean, Dummy, Empty, Keep, MapUid, Remove {
    /**
     * The attribute as it goes on, if it does.
     *
     * @param in the data set that has the element
     * @param pass what else is known, and the way through sequences
     */
    Optional<Element> apply(Element element, DataSet in, Pass pass);
}
