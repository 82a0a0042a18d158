package dev.auricle.dicom.pdu;

import java.util.List;

/**
 * What a requestor would like to speak of, and how (PS3.8, 9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax the UID of a SOP class
 * @param transferSyntaxes UIDs, in the order of preference, if any
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
    public ProposedContext {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
