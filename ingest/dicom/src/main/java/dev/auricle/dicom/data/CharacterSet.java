package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How text is encoded, after Specific Character Set (0008,0005), PS3.3 section C.12.1.1.2.
 *
 * <p>Known are the default repertoire, the single-byte sets, UTF-8, GB18030 and GBK. Sets that switch within a text
 * (ISO 2022 with several values) read only what stays within ASCII. Bytes beyond the default repertoire are read as
 * Latin-1, which is what writers that forget the attribute mostly mean.
 */
public final class CharacterSet {
    /** The default repertoire, ISO-IR 6. */
    public static final CharacterSet DEFAULT = new CharacterSet(StandardCharsets.ISO_8859_1, true);

    private static final int ESCAPE = 0x1B;
    private static final CharacterSet UNSUPPORTED = new CharacterSet(StandardCharsets.US_ASCII, true);
    private static final Map<String, String> CHARSETS = Map.ofEntries(
            Map.entry("6", "US-ASCII"),
            Map.entry("13", "JIS_X0201"),
            Map.entry("100", "ISO-8859-1"),
            Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"),
            Map.entry("110", "ISO-8859-4"),
            Map.entry("126", "ISO-8859-7"),
            Map.entry("127", "ISO-8859-6"),
            Map.entry("138", "ISO-8859-8"),
            Map.entry("144", "ISO-8859-5"),
            Map.entry("148", "ISO-8859-9"),
            Map.entry("166", "TIS-620"),
            Map.entry("192", "UTF-8"),
            Map.entry("203", "ISO-8859-15"));

    private final Charset charset;
    private final boolean asciiOnly;

    private CharacterSet(Charset charset, boolean asciiOnly) {
        this.charset = charset;
        this.asciiOnly = asciiOnly;
    }

    /** The set that the values of Specific Character Set stand for. */
    public static CharacterSet of(List<String> terms) {
        if (terms.isEmpty() || terms.equals(List.of(""))) {
            return DEFAULT;
        }
        return terms.size() > 1 ? UNSUPPORTED : single(terms.get(0));
    }

    /** The set that the element with Specific Character Set stands for. */
    static CharacterSet declaredBy(Element element) {
        return element instanceof ValueElement value
                ? of(Texts.split(value.value().string(StandardCharsets.US_ASCII), Vr.CS))
                : DEFAULT;
    }

    private static CharacterSet single(String term) {
        return switch (term) {
            case "ISO_IR 6", "ISO 2022 IR 6" -> DEFAULT;
            case "GB18030", "GBK" -> known(term);
            default -> {
                var number = term.replaceFirst("^(ISO_IR |ISO 2022 IR |ISO-IR )", "");
                var name = CHARSETS.get(number);
                yield name == null ? UNSUPPORTED : known(name);
            }
        };
    }

    private static CharacterSet known(String name) {
        return Charset.isSupported(name) ? new CharacterSet(Charset.forName(name), false) : UNSUPPORTED;
    }

    /** The text; empty if the set is not one of those known and the bytes go beyond ASCII. */
    Optional<String> decode(Bytes bytes) {
        return this == UNSUPPORTED && !isAscii(bytes) ? Optional.empty() : Optional.of(bytes.string(charset));
    }

    /** Whether the set has a place for every character of the text. */
    public boolean canEncode(String text) {
        return encode(text).isPresent();
    }

    /** The bytes; empty if the set has no place for one of the characters. */
    Optional<byte[]> encode(String text) {
        try {
            var writable = asciiOnly ? StandardCharsets.US_ASCII : charset;
            ByteBuffer encoded = writable.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return Optional.of(bytes);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(Bytes bytes) {
        for (int i = 0; i < bytes.size(); i++) {
            if (bytes.at(i) >= 0x80 || bytes.at(i) == ESCAPE) {
                return false;
            }
        }
        return true;
    }
}
