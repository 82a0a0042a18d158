package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.TransferSyntax;
import java.nio.ByteOrder;

/** The three ways to encode an element (PS3.5, 7.1); the other transfer syntaxes differ in what runs around them. */
enum Encoding {
    IMPLICIT_LITTLE_ENDIAN(false, ByteOrder.LITTLE_ENDIAN),
    EXPLICIT_LITTLE_ENDIAN(true, ByteOrder.LITTLE_ENDIAN),
    EXPLICIT_BIG_ENDIAN(true, ByteOrder.BIG_ENDIAN);

    private final boolean explicit;
    private final ByteOrder order;

    Encoding(boolean explicit, ByteOrder order) {
        this.explicit = explicit;
        this.order = order;
    }

    static Encoding of(TransferSyntax syntax) {
        if (!syntax.isExplicit()) {
            return IMPLICIT_LITTLE_ENDIAN;
        }
        return syntax.isBigEndian() ? EXPLICIT_BIG_ENDIAN : EXPLICIT_LITTLE_ENDIAN;
    }

    boolean isExplicit() {
        return explicit;
    }

    ByteOrder order() {
        return order;
    }
}
