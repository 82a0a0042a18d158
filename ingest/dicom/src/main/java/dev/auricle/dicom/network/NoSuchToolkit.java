package dev.auricle.dicom.network;

import dev.auricle.dicom.dictionary.DicomException;
import java.util.List;

/** There is no DICOM toolkit of a name on the class path. */
public final class NoSuchToolkit extends DicomException {
    public NoSuchToolkit(String name, List<String> found) {
        super("there is no DICOM toolkit " + name + ", only " + String.join(", ", found));
    }
}
