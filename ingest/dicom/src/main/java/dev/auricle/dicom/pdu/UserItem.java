package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.util.List;

/** What user information is made of (PS3.7, annex D.3.3, and PS3.8, annex D). */
public sealed interface UserItem {
    /** The greatest P-DATA-TF its sender is ready to receive, in bytes; 0 is any. */
    record MaximumLength(long bytes) implements UserItem {}

    /** The toolkit at the sender's end. */
    record ImplementationClass(String uid) implements UserItem {}

    /** The toolkit's version. */
    record ImplementationVersion(String name) implements UserItem {}

    /** How many operations may be outstanding; 0 is any, and without this item 1. */
    record AsynchronousWindow(int invoked, int performed) implements UserItem {}

    /** Who may play the user and who the provider of a SOP class. */
    record RoleSelection(String sopClass, boolean user, boolean provider) implements UserItem {}

    /** What a service class negotiates beyond contexts; carried as it is. */
    record ExtendedNegotiation(String sopClass, Buffer information) implements UserItem {}

    /** Of which service class a SOP class is, and which general ones it specialises. */
    record CommonExtendedNegotiation(String sopClass, String serviceClass, List<String> generalSopClasses)
            implements UserItem {}

    /**
     * Who asks; never to be logged.
     *
     * @param type 1 name, 2 name and passcode, 3 Kerberos, 4 SAML, 5 JSON web token
     */
    record UserIdentity(int type, boolean responseRequested, Buffer primary, Buffer secondary) implements UserItem {
        @Override
        public String toString() {
            return "user identity of type " + type;
        }
    }

    /** The acceptor's answer to {@link UserIdentity}. */
    record UserIdentityResponse(Buffer response) implements UserItem {
        @Override
        public String toString() {
            return "user identity response";
        }
    }

    /** An item of a later edition of the standard, or of none. */
    record Unknown(int type, Buffer content) implements UserItem {}
}
