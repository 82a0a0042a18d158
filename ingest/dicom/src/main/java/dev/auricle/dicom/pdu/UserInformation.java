package dev.auricle.dicom.pdu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the two ends tell each other about themselves while they associate, in the order they told it. */
public record UserInformation(List<UserItem> items) {
    public UserInformation {
        items = List.copyOf(items);
    }

    /** The greatest P-DATA-TF its sender is ready to receive, in bytes; 0 is any. */
    public long maximumLength() {
        return first(UserItem.MaximumLength.class)
                .map(UserItem.MaximumLength::bytes)
                .orElse(0L);
    }

    public Optional<UserItem.AsynchronousWindow> asynchronousWindow() {
        return first(UserItem.AsynchronousWindow.class);
    }

    public List<UserItem.RoleSelection> roleSelections() {
        return all(UserItem.RoleSelection.class).toList();
    }

    public Optional<UserItem.UserIdentity> userIdentity() {
        return first(UserItem.UserIdentity.class);
    }

    private <T extends UserItem> Optional<T> first(Class<T> type) {
        return all(type).findFirst();
    }

    private <T extends UserItem> Stream<T> all(Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast);
    }
}
