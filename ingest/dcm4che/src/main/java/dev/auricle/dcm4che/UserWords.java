package dev.auricle.dcm4che;

import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dcm4che3.net.pdu.AAssociateAC;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.ExtendedNegotiation;
import org.dcm4che3.net.pdu.UserIdentityAC;
import org.dcm4che3.net.pdu.UserIdentityRQ;

/** What a requestor says of itself, from dcm4che's words into those of the seam, and what is answered, the other way. */
final class UserWords {
    private UserWords() {}

    static UserInformation of(AAssociateRQ request) {
        var items = new ArrayList<UserItem>();
        items.add(new UserItem.MaximumLength(request.getMaxPDULength()));
        items.add(new UserItem.AsynchronousWindow(request.getMaxOpsInvoked(), request.getMaxOpsPerformed()));
        request.getRoleSelections()
                .forEach(role ->
                        items.add(new UserItem.RoleSelection(role.getSOPClassUID(), role.isSCU(), role.isSCP())));
        request.getExtendedNegotiations()
                .forEach(asked -> items.add(new UserItem.ExtendedNegotiation(
                        asked.getSOPClassUID(), Buffer.buffer(asked.getInformation()))));
        Optional.ofNullable(request.getUserIdentityRQ())
                .map(UserWords::identity)
                .ifPresent(items::add);
        return new UserInformation(items);
    }

    static void addAnswers(List<UserItem> answers, AAssociateAC to) {
        for (var answer : answers) {
            if (answer instanceof UserItem.UserIdentityResponse identity) {
                to.setUserIdentityAC(new UserIdentityAC(identity.response().getBytes()));
            } else if (answer instanceof UserItem.ExtendedNegotiation negotiated) {
                to.addExtendedNegotiation(new ExtendedNegotiation(
                        negotiated.sopClass(), negotiated.information().getBytes()));
            }
        }
    }

    private static UserItem identity(UserIdentityRQ identity) {
        return new UserItem.UserIdentity(
                identity.getType(),
                identity.isPositiveResponseRequested(),
                Buffer.buffer(identity.getPrimaryField()),
                Buffer.buffer(identity.getSecondaryField()));
    }
}
