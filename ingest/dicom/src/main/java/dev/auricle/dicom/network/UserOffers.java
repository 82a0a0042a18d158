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
     * As acceptor, item for item: one operation at a time; the requestor stays the user of every SOP class, and becomes
     * its provider where the policy grants it or we are its user. What is not understood is not answered, which refuses
     * it.
     */
    static UserInformation answer(UserInformation asked, int maximumLength, List<UserItem> granted, Services services) {
        var items = ours(maximumLength);
        if (asked.asynchronousWindow().isPresent()) {
            items.add(new UserItem.AsynchronousWindow(1, 1));
        }
        asked.roleSelections().forEach(role -> items.add(role(role, granted, services)));
        granted.stream()
                .filter(item -> !(item instanceof UserItem.RoleSelection))
                .forEach(items::add);
        return new UserInformation(items);
    }

    /** Nobody gets a role that was not asked for. */
    private static UserItem role(UserItem.RoleSelection asked, List<UserItem> granted, Services services) {
        boolean wanted = granted.contains(asked) || services.areUserOf(asked.sopClass());
        return new UserItem.RoleSelection(asked.sopClass(), asked.user(), asked.provider() && wanted);
    }

    private static List<UserItem> ours(int maximumLength) {
        var items = new ArrayList<UserItem>();
        items.add(new UserItem.MaximumLength(maximumLength));
        items.add(new UserItem.ImplementationClass(Implementation.CLASS_UID));
        items.add(new UserItem.ImplementationVersion(Implementation.VERSION_NAME));
        return items;
    }
}
