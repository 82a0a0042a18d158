package dev.auricle.dicom.deidentify;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A private attribute wherever its block lies.
 *
 * @param element within the block, 0 to 255, or {@link #ALL}
 */
record PrivateElement(int group, int element, String creator) {
    /** Stands for every element of a block. */
    static final int ALL = -1;

    /** PS3.15 table E.3.10-1. */
    static final Set<PrivateElement> SAFE =
            Table.lines("safe-private.txt").flatMap(PrivateElement::block).collect(Collectors.toUnmodifiableSet());

    /** The block that it is of. */
    PrivateElement whole() {
        return new PrivateElement(group, ALL, creator);
    }

    private static Stream<PrivateElement> block(String line) {
        var fields = line.split("\\|", 3);
        int group = Integer.parseInt(fields[0], 16);
        return Arrays.stream(fields[1].split(" ", -1))
                .flatMapToInt(PrivateElement::range)
                .mapToObj(element -> new PrivateElement(group, element, fields[2]));
    }

    private static IntStream range(String text) {
        var ends = text.split("-", 2);
        return IntStream.rangeClosed(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16));
    }
}
