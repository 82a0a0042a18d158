package dev.auricle.dicom.data;

import static dev.auricle.dicom.data.GraphicSet.ARABIC;
import static dev.auricle.dicom.data.GraphicSet.ASCII;
import static dev.auricle.dicom.data.GraphicSet.CYRILLIC;
import static dev.auricle.dicom.data.GraphicSet.GREEK;
import static dev.auricle.dicom.data.GraphicSet.HANGUL;
import static dev.auricle.dicom.data.GraphicSet.HANZI;
import static dev.auricle.dicom.data.GraphicSet.HEBREW;
import static dev.auricle.dicom.data.GraphicSet.KANJI;
import static dev.auricle.dicom.data.GraphicSet.KATAKANA;
import static dev.auricle.dicom.data.GraphicSet.LATIN_1;
import static dev.auricle.dicom.data.GraphicSet.LATIN_2;
import static dev.auricle.dicom.data.GraphicSet.LATIN_3;
import static dev.auricle.dicom.data.GraphicSet.LATIN_4;
import static dev.auricle.dicom.data.GraphicSet.LATIN_5;
import static dev.auricle.dicom.data.GraphicSet.LATIN_9;
import static dev.auricle.dicom.data.GraphicSet.ROMAJI;
import static dev.auricle.dicom.data.GraphicSet.SUPPLEMENTARY_KANJI;
import static dev.auricle.dicom.data.GraphicSet.THAI;

import dev.auricle.dicom.data.GraphicSet.Half;
import dev.auricle.dicom.dictionary.Vr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text that can switch sets by escape sequences (PS3.5, 6.1.2.5). At the beginning, and behind whatever parts values,
 * lines or the components of a name, the sets of the first value of Specific Character Set hold.
 *
 * @param declared every set a text may switch to, the first value's first
 * @param left what the left half means at the beginning
 * @param right what the right half means at the beginning, where the first value says it
 * @param presumed what writers mean who use the right half and do not say it
 */
record CodeExtensions(
        List<GraphicSet> declared, GraphicSet left, Optional<GraphicSet> right, Optional<GraphicSet> presumed)
        implements TextCode {
    private static final Map<String, List<GraphicSet>> BY_REGISTRATION = Map.ofEntries(
            Map.entry("", List.of(ASCII)),
            Map.entry("6", List.of(ASCII)),
            Map.entry("13", List.of(ROMAJI, KATAKANA)),
            Map.entry("58", List.of(HANZI)),
            Map.entry("87", List.of(KANJI)),
            Map.entry("100", List.of(ASCII, LATIN_1)),
            Map.entry("101", List.of(ASCII, LATIN_2)),
            Map.entry("109", List.of(ASCII, LATIN_3)),
            Map.entry("110", List.of(ASCII, LATIN_4)),
            Map.entry("126", List.of(ASCII, GREEK)),
            Map.entry("127", List.of(ASCII, ARABIC)),
            Map.entry("138", List.of(ASCII, HEBREW)),
            Map.entry("144", List.of(ASCII, CYRILLIC)),
            Map.entry("148", List.of(ASCII, LATIN_5)),
            Map.entry("149", List.of(HANGUL)),
            Map.entry("159", List.of(SUPPLEMENTARY_KANJI)),
            Map.entry("166", List.of(ASCII, THAI)),
            Map.entry("203", List.of(ASCII, LATIN_9)));

    /** What the numbers of the International Register declare; one that is not among those of the standard, nothing. */
    static CodeExtensions of(List<String> registrations) {
        var sets = registrations.stream()
                .map(registration -> BY_REGISTRATION.getOrDefault(registration, List.of()))
                .toList();
        var declared = sets.stream().flatMap(List::stream).distinct().toList();
        var first = sets.isEmpty() ? List.<GraphicSet>of() : sets.get(0);
        var guess = sets.contains(List.<GraphicSet>of()) ? Optional.<GraphicSet>empty() : Optional.of(LATIN_1);
        return new CodeExtensions(
                declared,
                first.contains(ROMAJI) ? ROMAJI : ASCII,
                rightOf(first),
                rightOf(declared).or(() -> guess));
    }

    private static Optional<GraphicSet> rightOf(List<GraphicSet> sets) {
        return sets.stream().filter(set -> set.half() == Half.RIGHT).findFirst();
    }

    @Override
    public Optional<String> decode(Bytes bytes, Vr vr) {
        var initial = right.or(() -> presumed);
        boolean plain = bytes.allMatch(byteCode -> byteCode < 0x80 && byteCode != GraphicSet.ESCAPE);
        return plain
                ? Optional.of(bytes.string(left.charset()))
                : new EscapedTextReader(bytes, left, initial, vr).read();
    }

    @Override
    public Optional<byte[]> encode(String text, Vr vr) {
        boolean plain = text.chars().allMatch(character -> character < 0x80 && character != GraphicSet.ESCAPE);
        return plain ? Optional.of(text.getBytes(left.charset())) : new EscapedTextWriter(this, vr).write(text);
    }

    /** Whether the character ends whatever a text of the representation has switched to (PS3.5, 6.1.2.5.3). */
    static boolean isDelimiter(int character, Vr vr) {
        return switch (character) {
            case '\\' -> vr.isMultiValued();
            case '^', '=' -> vr == Vr.PN;
            default -> character < ' ';
        };
    }
}
