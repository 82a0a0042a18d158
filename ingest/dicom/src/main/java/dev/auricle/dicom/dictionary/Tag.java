package dev.auricle.dicom.dictionary;

/**
 * The number of an attribute: group in the upper, element in the lower sixteen bits (PS3.5, 7.1). Tags are ordered
 * as unsigned numbers, the order in which a data set is encoded.
 */
public record Tag(int value) implements Comparable<Tag> {
    /** The tag of the group and element, of which the lower sixteen bits count. */
    public static Tag of(int group, int element) {
        return new Tag((group << 16) | (element & 0xFFFF));
    }

    public int group() {
        return value >>> 16;
    }

    public int element() {
        return value & 0xFFFF;
    }

    /** Whether the group is odd, which PS3.5 section 7.8 leaves to private attributes. */
    public boolean isPrivate() {
        return (group() & 1) == 1;
    }

    /** Whether this is (gggg,0010) to (gggg,00FF) of a private group, which reserves a block of it. */
    public boolean isPrivateCreator() {
        return isPrivate() && element() >= 0x10 && element() <= 0xFF;
    }

    /** Whether this is (gggg,0000), the encoded length of its group. */
    public boolean isGroupLength() {
        return element() == 0;
    }

    @Override
    public int compareTo(Tag other) {
        return Integer.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return "(%04X,%04X)".formatted(group(), element());
    }
}
