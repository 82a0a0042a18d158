package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How text is encoded, after Specific Character Set (0008,0005), PS3.3 section C.12.1.1.2: the single-byte sets, code
 * extensions of ISO 2022 with one or several values, UTF-8, GB18030 and GBK.
 *
 * <p>What writers get wrong is read as they mostly mean it: bytes beyond the default repertoire as Latin-1 where the
 * attribute is missing, and as the first set declared for them where the escape sequence is missing. A term that is not one of
 * the standard's declares nothing; text beyond ASCII that no other term explains is then refused.
 */
public final class CharacterSet {
    /** The default repertoire, ISO-IR 6. */
    public static final CharacterSet DEFAULT = new CharacterSet(CodeExtensions.of(List.of()));

    private static final Pattern PREFIX = Pattern.compile("^ISO[ _-]?(2022[ _-]?)?IR[ _-]?");

    private final TextCode code;

    private CharacterSet(TextCode code) {
        this.code = code;
    }

    /** The set that the values of Specific Character Set stand for. */
    public static CharacterSet of(List<String> terms) {
        var registrations = terms.stream()
                .map(term -> PREFIX.matcher(term).replaceFirst(""))
                .toList();
        return new CharacterSet(registrations.stream()
                .flatMap(registration -> withoutExtensions(registration).stream())
                .findFirst()
                .<TextCode>map(SingleCode::new)
                .orElseGet(() -> CodeExtensions.of(registrations)));
    }

    /** The set that the element with Specific Character Set stands for. */
    static CharacterSet declaredBy(Element element) {
        return element instanceof ValueElement value
                ? of(Texts.split(value.value().string(StandardCharsets.US_ASCII), Vr.CS))
                : DEFAULT;
    }

    private static Optional<Charset> withoutExtensions(String registration) {
        return switch (registration) {
            case "192" -> Optional.of(StandardCharsets.UTF_8);
            case "GB18030", "GBK" -> Optional.of(Charset.forName(registration));
            default -> Optional.empty();
        };
    }

    /** The text; empty if the set cannot explain the bytes. */
    Optional<String> decode(Bytes bytes, Vr vr) {
        return vr.kind() == Vr.Kind.ASCII
                ? Optional.of(bytes.string(StandardCharsets.ISO_8859_1))
                : code.decode(bytes, vr);
    }

    /** Whether the set has a place for every character of the text. */
    public boolean canEncode(String text) {
        return encode(text, Vr.UT).isPresent();
    }

    /** The bytes; empty if the set has no place for one of the characters. */
    Optional<byte[]> encode(String text, Vr vr) {
        return vr.kind() == Vr.Kind.ASCII ? DEFAULT.code.encode(text, vr) : code.encode(text, vr);
    }
}
