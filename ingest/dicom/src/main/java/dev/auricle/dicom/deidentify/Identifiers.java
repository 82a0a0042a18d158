package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must not be found in anything that is kept: the names and identifiers that the object itself has. */
final class Identifiers {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_PART = 5;
    private static final int SHORTEST_BYTES = 4;

    /** ASCII is the same in all others. */
    private static final List<Charset> OF_ASCII =
            List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final List<Charset> OF_OTHERS = Stream.of(
                    "UTF-8 UTF-16LE UTF-16BE GB18030 Shift_JIS EUC-JP ISO-2022-JP EUC-KR TIS-620 ISO-8859-1 ISO-8859-2"
                            + " ISO-8859-3 ISO-8859-4 ISO-8859-5 ISO-8859-6 ISO-8859-7 ISO-8859-8 ISO-8859-9 ISO-8859-15")
            .flatMap(Pattern.compile(" ")::splitAsStream)
            .filter(Charset::isSupported)
            .map(Charset::forName)
            .toList();

    private final Set<String> words;
    private final List<String> parts;
    private final BytePatterns bytes;

    private Identifiers(Set<String> found, Stream<Bytes> asEncoded) {
        var capitals = found.stream()
                .map(text -> text.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        words = capitals.stream().filter(text -> text.length() < SHORTEST_PART).collect(Collectors.toUnmodifiableSet());
        parts = capitals.stream()
                .filter(text -> text.length() >= SHORTEST_PART || !isAscii(text))
                .toList();
        bytes = new BytePatterns(Stream.concat(found.stream().flatMap(Identifiers::encodings), asEncoded)
                .filter(pattern -> pattern.size() >= SHORTEST_BYTES)
                .distinct()
                .map(Bytes::toArray)
                .toList());
    }

    /** Those of an object and everything in it. */
    static Identifiers of(DataSet identified, Profile profile) {
        var search = new IdentifierSearch(profile);
        search.through(identified);
        return new Identifiers(search.texts(), search.unreadable());
    }

    /** Whether one of them is in a text: as a word, or as a part of one if it is long enough to be no accident. */
    boolean areIn(String text) {
        var capitals = text.toUpperCase(Locale.ROOT);
        return parts.stream().anyMatch(capitals::contains)
                || (!words.isEmpty() && NO_WORD.splitAsStream(capitals).anyMatch(words::contains));
    }

    /** Whether one of them is in bytes, in any of the usual encodings. */
    boolean areIn(Bytes value) {
        return bytes.areIn(value);
    }

    /** Of ASCII, whose case does not matter to {@link BytePatterns}, one spelling is enough. */
    private static Stream<Bytes> encodings(String text) {
        return isAscii(text)
                ? OF_ASCII.stream().map(charset -> Bytes.wrap(text.getBytes(charset)))
                : OF_OTHERS.stream()
                        .filter(charset -> charset.newEncoder().canEncode(text))
                        .flatMap(
                                charset -> Stream.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                                        .map(spelling -> Bytes.wrap(spelling.getBytes(charset))));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
