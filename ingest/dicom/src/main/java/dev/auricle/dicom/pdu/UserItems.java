package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Items of the user information, read and written (PS3.7, D.3.3). */
final class UserItems {
    private UserItems() {}

    static UserInformation read(AssociateParser.Items items) {
        var read = new ArrayList<UserItem>();
        while (items.hasMore()) {
            var item = items.item();
            read.add(read(item.type(), item.content()));
        }
        return new UserInformation(read);
    }

    private static UserItem read(int type, AssociateParser.Items content) {
        return switch (type) {
            case PduType.MAXIMUM_LENGTH -> new UserItem.MaximumLength(content.uint32());
            case PduType.IMPLEMENTATION_CLASS -> new UserItem.ImplementationClass(content.text());
            case PduType.IMPLEMENTATION_VERSION -> new UserItem.ImplementationVersion(content.text());
            case PduType.ASYNCHRONOUS_WINDOW -> new UserItem.AsynchronousWindow(content.uint16(), content.uint16());
            case PduType.ROLE_SELECTION ->
                new UserItem.RoleSelection(content.text(content.uint16()), content.uint8() == 1, content.uint8() == 1);
            case PduType.EXTENDED_NEGOTIATION ->
                new UserItem.ExtendedNegotiation(content.text(content.uint16()), content.rest());
            case PduType.COMMON_EXTENDED_NEGOTIATION -> commonExtended(content);
            case PduType.USER_IDENTITY ->
                new UserItem.UserIdentity(
                        content.uint8(),
                        content.uint8() == 1,
                        content.take(content.uint16()),
                        content.take(content.uint16()));
            case PduType.USER_IDENTITY_RESPONSE -> new UserItem.UserIdentityResponse(content.take(content.uint16()));
            default -> new UserItem.Unknown(type, content.rest());
        };
    }

    private static UserItem commonExtended(AssociateParser.Items content) {
        var sopClass = content.text(content.uint16());
        var serviceClass = content.text(content.uint16());
        var general = new AssociateParser.Items(content.take(content.uint16()));
        var generalSopClasses = new ArrayList<String>();
        while (general.hasMore()) {
            generalSopClasses.add(general.text(general.uint16()));
        }
        return new UserItem.CommonExtendedNegotiation(sopClass, serviceClass, generalSopClasses);
    }

    static Buffer write(UserInformation user) {
        var all = Buffer.buffer();
        user.items().forEach(item -> write(all, item));
        return all;
    }

    private static void write(Buffer all, UserItem item) {
        if (item instanceof UserItem.MaximumLength maximum) {
            put(all, PduType.MAXIMUM_LENGTH, Buffer.buffer().appendUnsignedInt(maximum.bytes()));
        } else if (item instanceof UserItem.ImplementationClass implementation) {
            put(all, PduType.IMPLEMENTATION_CLASS, text(implementation.uid()));
        } else if (item instanceof UserItem.ImplementationVersion version) {
            put(all, PduType.IMPLEMENTATION_VERSION, text(version.name()));
        } else if (item instanceof UserItem.AsynchronousWindow window) {
            var content = Buffer.buffer().appendUnsignedShort(window.invoked()).appendUnsignedShort(window.performed());
            put(all, PduType.ASYNCHRONOUS_WINDOW, content);
        } else if (item instanceof UserItem.RoleSelection role) {
            var content =
                    sized(text(role.sopClass())).appendByte(bit(role.user())).appendByte(bit(role.provider()));
            put(all, PduType.ROLE_SELECTION, content);
        } else if (item instanceof UserItem.ExtendedNegotiation extended) {
            put(
                    all,
                    PduType.EXTENDED_NEGOTIATION,
                    sized(text(extended.sopClass())).appendBuffer(extended.information()));
        } else {
            writeRare(all, item);
        }
    }

    private static void writeRare(Buffer all, UserItem item) {
        if (item instanceof UserItem.CommonExtendedNegotiation common) {
            var general = Buffer.buffer();
            common.generalSopClasses().forEach(uid -> general.appendBuffer(sized(text(uid))));
            var content = sized(text(common.sopClass()))
                    .appendBuffer(sized(text(common.serviceClass())))
                    .appendBuffer(sized(general));
            put(all, PduType.COMMON_EXTENDED_NEGOTIATION, content);
        } else if (item instanceof UserItem.UserIdentity identity) {
            var content = Buffer.buffer()
                    .appendByte((byte) identity.type())
                    .appendByte(bit(identity.responseRequested()))
                    .appendBuffer(sized(identity.primary()))
                    .appendBuffer(sized(identity.secondary()));
            put(all, PduType.USER_IDENTITY, content);
        } else if (item instanceof UserItem.UserIdentityResponse response) {
            put(all, PduType.USER_IDENTITY_RESPONSE, sized(response.response()));
        } else if (item instanceof UserItem.Unknown unknown) {
            put(all, unknown.type(), unknown.content());
        }
    }

    static void put(Buffer target, int type, Buffer content) {
        target.appendByte((byte) type)
                .appendByte((byte) 0)
                .appendUnsignedShort(content.length())
                .appendBuffer(content);
    }

    static Buffer text(String text) {
        return Buffer.buffer(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Buffer sized(Buffer content) {
        return Buffer.buffer().appendUnsignedShort(content.length()).appendBuffer(content);
    }

    private static byte bit(boolean set) {
        return (byte) (set ? 1 : 0);
    }
}
