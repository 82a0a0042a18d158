package dev.auricle.dicom.dictionary;

/**
 * The root of everything this module throws on purpose. Messages name tags, positions, lengths and UIDs of the
 * standard; they never hold an attribute's value.
 */
public abstract class DicomException extends RuntimeException {
    protected DicomException(String message) {
        super(message);
    }

    protected DicomException(String message, Throwable cause) {
        super(message, cause);
    }
}
