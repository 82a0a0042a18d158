package dev.auricle.dicom.dictionary;

import java.util.Arrays;
import java.util.Optional;

/** The value representations of PS3.5 section 6.2, with what an encoder and a decoder must know of each. */
public enum Vr {
    AE(Kind.ASCII),
    AS(Kind.ASCII),
    AT(Kind.TAGS, 2),
    CS(Kind.ASCII),
    DA(Kind.ASCII),
    DS(Kind.ASCII),
    DT(Kind.ASCII),
    FD(Kind.FLOATING, 8),
    FL(Kind.FLOATING, 4),
    IS(Kind.ASCII),
    LO(Kind.TEXT),
    LT(Kind.PARAGRAPHS),
    OB(Kind.BYTES, 1),
    OD(Kind.BYTES, 8),
    OF(Kind.BYTES, 4),
    OL(Kind.BYTES, 4),
    OV(Kind.BYTES, 8),
    OW(Kind.BYTES, 2),
    PN(Kind.TEXT),
    SH(Kind.TEXT),
    SL(Kind.SIGNED, 4),
    SQ(Kind.ITEMS, 1),
    SS(Kind.SIGNED, 2),
    ST(Kind.PARAGRAPHS),
    SV(Kind.SIGNED, 8),
    TM(Kind.ASCII),
    UC(Kind.TEXT),
    UI(Kind.ASCII),
    UL(Kind.UNSIGNED, 4),
    UN(Kind.BYTES, 1),
    UR(Kind.ASCII),
    US(Kind.UNSIGNED, 2),
    UT(Kind.PARAGRAPHS),
    UV(Kind.UNSIGNED, 8);

    /** How the bytes of a value are to be understood. */
    public enum Kind {
        /** Characters of the default repertoire, several values parted by backslashes. */
        ASCII,
        /** Characters after Specific Character Set, several values parted by backslashes. */
        TEXT,
        /** Characters after Specific Character Set, one value in which a backslash is a backslash. */
        PARAGRAPHS,
        /** Two's complement integers of fixed width. */
        SIGNED,
        /** Unsigned integers of fixed width. */
        UNSIGNED,
        /** IEEE 754 numbers. */
        FLOATING,
        /** Tags, each as two unsigned 16-bit numbers. */
        TAGS,
        /** Bytes or words whose meaning other attributes give. */
        BYTES,
        /** Items, each a data set. */
        ITEMS
    }

    private static final Vr[] BY_CODE = new Vr[26 * 26];

    static {
        for (var vr : values()) {
            BY_CODE[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
        }
    }

    private final Kind kind;
    private final int wordSize;

    Vr(Kind kind) {
        this(kind, 1);
    }

    Vr(Kind kind, int wordSize) {
        this.kind = kind;
        this.wordSize = wordSize;
    }

    /** The representation with this two-letter code, as it stands in an explicit encoding. */
    public static Optional<Vr> ofCode(int first, int second) {
        boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        return letters ? Optional.ofNullable(BY_CODE[index(first, second)]) : Optional.empty();
    }

    /** The representation with this two-letter name. */
    public static Optional<Vr> named(String name) {
        return Arrays.stream(values()).filter(vr -> vr.name().equals(name)).findFirst();
    }

    public Kind kind() {
        return kind;
    }

    /** Bytes of one number, the unit in which byte order swaps a value; 1 where it does not matter. */
    public int wordSize() {
        return wordSize;
    }

    /** Whether an explicit encoding writes its length with 32 bits behind two reserved bytes (PS3.5, 7.1.2). */
    public boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            default -> false;
        };
    }

    public boolean isText() {
        return kind == Kind.ASCII || kind == Kind.TEXT || kind == Kind.PARAGRAPHS;
    }

    /** Whether a backslash parts values; it is an ordinary character in paragraphs and in UR. */
    public boolean isMultiValued() {
        return kind != Kind.PARAGRAPHS && this != UR;
    }

    /** The byte that makes a value of odd length even: NUL, or a space behind text (PS3.5, 6.2). */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }
}
