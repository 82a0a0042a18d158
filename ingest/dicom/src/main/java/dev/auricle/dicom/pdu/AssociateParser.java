package dev.auricle.dicom.pdu;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the variable items of A-ASSOCIATE-RQ and -AC. */
final class AssociateParser {
    private static final int TITLE = 16;
    private static final int RESERVED = 32;

    private final Items items;

    AssociateParser(Buffer body) {
        this.items = new Items(body);
    }

    AssociateRequest request() {
        int version = items.uint16();
        var head = head();
        var contexts = new ArrayList<ProposedContext>();
        while (items.hasMore()) {
            var item = items.item();
            switch (item.type()) {
                case PduType.APPLICATION_CONTEXT ->
                    head.applicationContext = item.content().text();
                case PduType.PROPOSED_CONTEXT -> contexts.add(proposed(item.content()));
                case PduType.USER_INFORMATION -> head.user = UserItems.read(item.content());
                default -> {}
            }
        }
        return new AssociateRequest(version, head.titles(), contexts, head.user);
    }

    AssociateAccept accept() {
        items.uint16();
        var head = head();
        var contexts = new ArrayList<ContextResult>();
        while (items.hasMore()) {
            var item = items.item();
            switch (item.type()) {
                case PduType.APPLICATION_CONTEXT ->
                    head.applicationContext = item.content().text();
                case PduType.CONTEXT_RESULT -> contexts.add(result(item.content()));
                case PduType.USER_INFORMATION -> head.user = UserItems.read(item.content());
                default -> {}
            }
        }
        return new AssociateAccept(head.titles(), contexts, head.user);
    }

    private Head head() {
        items.skip(2);
        var head = new Head(items.text(TITLE), items.text(TITLE));
        items.skip(RESERVED);
        return head;
    }

    private static ProposedContext proposed(Items items) {
        int id = items.uint8();
        items.skip(3);
        var abstractSyntax = "";
        var transferSyntaxes = new ArrayList<String>();
        while (items.hasMore()) {
            var item = items.item();
            if (item.type() == PduType.ABSTRACT_SYNTAX) {
                abstractSyntax = item.content().text();
            } else if (item.type() == PduType.TRANSFER_SYNTAX) {
                transferSyntaxes.add(item.content().text());
            }
        }
        return new ProposedContext(id, abstractSyntax, transferSyntaxes);
    }

    private static ContextResult result(Items items) {
        int id = items.uint8();
        items.skip(1);
        var outcome = ContextResult.Outcome.of(items.uint8());
        items.skip(1);
        var transferSyntax = "";
        while (items.hasMore()) {
            var item = items.item();
            if (item.type() == PduType.TRANSFER_SYNTAX) {
                transferSyntax = item.content().text();
            }
        }
        return new ContextResult(id, outcome, transferSyntax);
    }

    /** What both units begin with, filled while the items are read. */
    private static final class Head {
        private final String called;
        private final String calling;
        private String applicationContext = "";
        private UserInformation user = new UserInformation(List.of());

        Head(String called, String calling) {
            this.called = called;
            this.calling = calling;
        }

        AssociationTitles titles() {
            return new AssociationTitles(called, calling, applicationContext);
        }
    }

    /** A position in bytes made of items: type, reserved byte, 16-bit length, content. */
    static final class Items {
        private final Buffer bytes;
        private int position;

        Items(Buffer bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return position < bytes.length();
        }

        Item item() {
            int type = uint8();
            skip(1);
            return new Item(type, new Items(take(uint16())));
        }

        int uint8() {
            return take(1).getUnsignedByte(0);
        }

        int uint16() {
            return take(2).getUnsignedShort(0);
        }

        long uint32() {
            return take(4).getUnsignedInt(0);
        }

        void skip(int count) {
            take(count);
        }

        Buffer rest() {
            return take(bytes.length() - position);
        }

        /** Everything that is left, as text without padding. */
        String text() {
            return text(bytes.length() - position);
        }

        String text(int length) {
            var text = take(length).toString(StandardCharsets.ISO_8859_1);
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == 0 || text.charAt(end - 1) == ' ')) {
                end--;
            }
            return text.substring(0, end).stripLeading();
        }

        Buffer take(int count) {
            if (count > bytes.length() - position) {
                throw new UnableToReadPdu(Abort.INVALID_PARAMETER, "an item longer than what it is part of");
            }
            var taken = bytes.slice(position, position + count);
            position += count;
            return taken;
        }
    }

    /** One item. */
    record Item(int type, Items content) {}
}
