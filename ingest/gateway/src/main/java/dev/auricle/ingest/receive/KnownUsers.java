package dev.auricle.ingest.receive;

import dev.auricle.dicom.pdu.UserItem.UserIdentity;
import dev.auricle.schemas.configuration.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who shows the name of a user together with that user's passcode. */
record KnownUsers(Map<String, Password> users) implements Predicate<UserIdentity> {
    private static final int NAME_AND_PASSCODE = 2;

    @Override
    public boolean test(UserIdentity shown) {
        return shown.type() == NAME_AND_PASSCODE
                && Optional.ofNullable(users.get(shown.primary().toString(StandardCharsets.UTF_8)))
                        .filter(password -> isSame(password, shown.secondary().getBytes()))
                        .isPresent();
    }

    /** Takes as long for a passcode that is nearly right as for any other. */
    private static boolean isSame(Password password, byte[] shown) {
        return MessageDigest.isEqual(password.value().getBytes(StandardCharsets.UTF_8), shown);
    }
}
