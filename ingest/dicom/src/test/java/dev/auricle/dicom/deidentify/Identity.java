package dev.auricle.dicom.deidentify;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A patient to be planted everywhere and found nowhere.
 *
 * @param characterSet as Specific Character Set has it
 */
record Identity(String characterSet, String charset, String name) {
    static final String ID = "PAT-QX77419";
    static final String ACCESSION = "ACC-ZK5512";
    static final String ADDRESS = "Quittengasse 71";
    static final String UID = "1.2.826.0.1.77419.5512";
    static final String BIRTH_DATE = "19470611";
    static final String DATE = "20190213";

    static final List<Identity> ALL = List.of(
            new Identity("", "US-ASCII", "DOEHRING^JANELLE"),
            new Identity("ISO_IR 100", "ISO-8859-1", "Müllerstein^Jörgfried"),
            new Identity("ISO_IR 144", "ISO-8859-5", "Достоевцев^Феодорий"),
            new Identity("ISO_IR 192", "UTF-8", "Papadopoulina^Eustathia=王丸東^小東雲=Παπαδόπουλος^Ευστάθιος"),
            new Identity("GB18030", "GB18030", "Ouyangfeng^Qingming=欧阳峰^清风明"));

    Charset encoding() {
        return Charset.forName(charset);
    }

    /** What people write where it does not belong. */
    String gossip(Random random) {
        var all = List.of(
                name,
                words().get(random.nextInt(words().size())).toLowerCase(Locale.ROOT),
                ID,
                ACCESSION,
                ADDRESS,
                "seen with " + ID + " today",
                "for " + words().get(0) + ", 2nd time");
        return all.get(random.nextInt(all.size()));
    }

    /** All that the object itself says of the patient, as bytes. */
    List<byte[]> traces() {
        return traces(Stream.concat(words().stream(), Stream.of(ID, ACCESSION, ADDRESS, BIRTH_DATE)))
                .toList();
    }

    /** What must not be found: that, and more that attributes say by what they are, such as dates and UIDs. */
    BytePatterns patterns(String... more) {
        return new BytePatterns(
                Stream.concat(traces().stream(), traces(Stream.of(more))).toList());
    }

    private Stream<byte[]> traces(Stream<String> texts) {
        return texts.flatMap(text -> Stream.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT)))
                .distinct()
                .flatMap(this::encoded);
    }

    private Stream<byte[]> encoded(String text) {
        return Stream.of(encoding(), StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .filter(charset -> charset.newEncoder().canEncode(text))
                .map(text::getBytes);
    }

    private List<String> words() {
        return List.of(name.split("[\\^=]", -1));
    }
}
