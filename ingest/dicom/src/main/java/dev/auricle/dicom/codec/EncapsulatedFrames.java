package dev.auricle.dicom.codec;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.dictionary.Tags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The frames in encapsulated Pixel Data (PS3.5, A.4). Which fragments make a frame is said by the extended offset table
 * or the basic one; where neither does so credibly, by their number or by how a frame begins.
 */
public final class EncapsulatedFrames {
    /** What stands before each fragment: a tag and a length. */
    private static final int ITEM_HEADER = 8;

    private final List<Bytes> fragments;
    private final int[] firsts;

    private EncapsulatedFrames(List<Bytes> fragments, int[] firsts) {
        this.fragments = fragments;
        this.firsts = firsts;
    }

    /** So many frames of an image; {@link UnableToDecode} where the fragments do not make them. */
    public static EncapsulatedFrames of(DataSet image, FragmentsElement pixels, int frames) {
        if (pixels.fragments().size() < 2 || frames < 1) {
            throw new UnableToDecode("no fragments for " + frames + " frames");
        }
        var fragments = pixels.fragments().subList(1, pixels.fragments().size());
        var firsts = extendedTable(image)
                .flatMap(table -> starts(fragments, table, frames))
                .or(() -> starts(fragments, basicTable(pixels.fragments().get(0)), frames))
                .or(() -> byNumber(fragments, frames))
                .or(() -> byBeginning(fragments, frames))
                .orElseThrow(() -> new UnableToDecode(fragments.size() + " fragments do not make " + frames
                        + " frames, and no offset table tells which belong together"));
        return new EncapsulatedFrames(fragments, firsts);
    }

    /** The bytes of a frame, counted from 0. */
    public byte[] frame(int frame) {
        int end = frame + 1 < firsts.length ? firsts[frame + 1] : fragments.size();
        var parts = fragments.subList(firsts[frame], end);
        var whole = ByteBuffer.allocate(parts.stream().mapToInt(Bytes::size).reduce(0, Math::addExact));
        parts.forEach(part -> whole.put(part.buffer(ByteOrder.LITTLE_ENDIAN)));
        return whole.array();
    }

    private static Optional<long[]> extendedTable(DataSet image) {
        return image.find(Tags.EXTENDED_OFFSET_TABLE).map(value -> {
            var longs = value.bytes().buffer(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
            return LongStream.generate(longs::get).limit(longs.remaining()).toArray();
        });
    }

    private static long[] basicTable(Bytes table) {
        var words = table.buffer(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        return LongStream.generate(() -> Integer.toUnsignedLong(words.get()))
                .limit(words.remaining())
                .toArray();
    }

    /** The fragments at which a table says that frames begin; nothing if it does not point at fragments. */
    private static Optional<int[]> starts(List<Bytes> fragments, long[] table, int frames) {
        if (table.length != frames || table[0] != 0) {
            return Optional.empty();
        }
        var places = new long[fragments.size()];
        for (int i = 1; i < places.length; i++) {
            places[i] = places[i - 1] + ITEM_HEADER + fragments.get(i - 1).size();
        }
        var firsts = Arrays.stream(table)
                .mapToInt(offset -> Arrays.binarySearch(places, offset))
                .toArray();
        boolean ascending = IntStream.range(1, firsts.length).allMatch(i -> firsts[i] > firsts[i - 1]);
        return ascending ? Optional.of(firsts) : Optional.empty();
    }

    private static Optional<int[]> byNumber(List<Bytes> fragments, int frames) {
        if (frames == 1) {
            return Optional.of(new int[1]);
        }
        return fragments.size() == frames
                ? Optional.of(IntStream.range(0, frames).toArray())
                : Optional.empty();
    }

    private static Optional<int[]> byBeginning(List<Bytes> fragments, int frames) {
        var firsts = new ArrayList<Integer>();
        for (int i = 0; i < fragments.size(); i++) {
            if (isBeginning(fragments.get(i))) {
                firsts.add(i);
            }
        }
        return firsts.size() == frames && firsts.get(0) == 0
                ? Optional.of(firsts.stream().mapToInt(Integer::intValue).toArray())
                : Optional.empty();
    }

    /** Whether a stream of the JPEG family begins here: SOI and a marker, or SOC and SIZ. */
    private static boolean isBeginning(Bytes fragment) {
        if (fragment.size() < 4 || fragment.at(0) != 0xFF || fragment.at(2) != 0xFF) {
            return false;
        }
        return fragment.at(1) == 0xD8 || (fragment.at(1) == 0x4F && fragment.at(3) == 0x51);
    }
}
