package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that may stay when text is cleaned; every other one is dropped, numbers included. A list of what is
 * harmless needs nobody to know all names.
 *
 * @param allowed in capitals, of the letters A to Z and digits
 */
public record Words(Set<String> allowed) {
    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]+");

    /** Modalities, sequences, planes, parts of the body, sides, and the small words between them. */
    public static final Words USUAL = of(Table.lines("words.txt")
            .flatMap(Pattern.compile(" ")::splitAsStream)
            .toList());

    /** Refuses what no word of a text could ever equal. */
    public Words {
        allowed = Set.copyOf(allowed);
        for (var word : allowed) {
            if (!FORM.matcher(word).matches()) {
                throw new IllegalArgumentException("not a word of the letters A to Z and digits: " + word);
            }
        }
    }

    /** These words, in whatever case. */
    public static Words of(Collection<String> words) {
        return new Words(
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    /** These and more. */
    public Words and(Collection<String> more) {
        return of(Stream.concat(allowed.stream(), more.stream()).toList());
    }

    /**
     * What may stay of a text. All of it is ASCII, whatever the text's character set was.
     *
     * @param named words that go although they are harmless elsewhere, such as Head where it is a patient's name
     */
    String clean(Bytes text, Predicate<String> named) {
        return SEPARATORS
                .splitAsStream(text.string(StandardCharsets.ISO_8859_1))
                .filter(word -> allowed.contains(word.toUpperCase(Locale.ROOT)))
                .filter(named.negate())
                .collect(Collectors.joining(" "));
    }
}
