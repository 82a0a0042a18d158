package dev.auricle.dicom.tls;

import dev.auricle.dicom.dictionary.DicomException;
import java.nio.file.Path;

/** A file with a key or with certificates is missing, locked, expired or no such file. The message names it, and why. */
public final class UnableToUseCertificate extends DicomException {
    public UnableToUseCertificate(Path file, String why) {
        super(file + ": " + why);
    }

    UnableToUseCertificate(Path file, String why, Throwable cause) {
        super(file + ": " + why, cause);
    }
}
