package dev.auricle.dicom.pdu;

/**
 * Who calls whom about what.
 *
 * @param called the AE title of the acceptor, at most 16 characters, without padding
 * @param calling the AE title of the requestor
 * @param applicationContext the UID of the application context
 */
public record AssociationTitles(String called, String calling, String applicationContext) {
    /** The only application context DICOM has (PS3.7, A.2.1). */
    public static final String DICOM = "1.2.840.10008.3.1.1.1";

    public AssociationTitles(String called, String calling) {
        this(called, calling, DICOM);
    }
}
