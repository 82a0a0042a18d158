package dev.auricle.dicom.network;

import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem;
import dev.auricle.dicom.syntax.Implementation;
import java.util.ArrayList;
import java.util.List;

/** What this toolkit says of itself while it associates (PS3.7, D.3.3). */
final class UserOffers {
    private UserOffers() {}

    /** As requestor. The maximum length is of the units we take, in bytes. */
    static UserInformation request(int maximumLength, AssociationOffer offer) {
        var items = ours(maximumLength);
        offer.provided().stream()
                .sorted()
                .forEach(sopClass -> items.add(new UserItem.RoleSelection(sopClass, false, true)));
        return new UserInformation(items);
    }

    /**
     * As acceptor, item for item: one operation at a time, and the requestor is the provider only of what we are the user
     * of. What is not understood is not answered, which refuses it.
     */
    static UserInformation answer(UserInformation asked, int maximumLength, Services services) {
        var items = ours(maximumLength);
        if (asked.asynchronousWindow().isPresent()) {
            items.add(new UserItem.AsynchronousWindow(1, 1));
        }
        for (var role : asked.roleSelections()) {
            items.add(new UserItem.RoleSelection(
                    role.sopClass(), role.user(), role.provider() && services.areUserOf(role.sopClass())));
        }
        return new UserInformation(items);
    }

    private static List<UserItem> ours(int maximumLength) {
        var items = new ArrayList<UserItem>();
        items.add(new UserItem.MaximumLength(maximumLength));
        items.add(new UserItem.ImplementationClass(Implementation.CLASS_UID));
        items.add(new UserItem.ImplementationVersion(Implementation.VERSION_NAME));
        return items;
    }
}
