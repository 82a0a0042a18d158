package dev.auricle.dicom.data;

import dev.auricle.dicom.data.GraphicSet.Half;
import dev.auricle.dicom.dictionary.Vr;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one text, switching sets where it must and back before whatever parts it. */
final class EscapedTextWriter {
    private final CodeExtensions code;
    private final Vr vr;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private GraphicSet left;
    private Optional<GraphicSet> right;

    EscapedTextWriter(CodeExtensions code, Vr vr) {
        this.code = code;
        this.vr = vr;
        this.left = code.left();
        this.right = code.right();
    }

    /** The bytes; empty if no declared set has a place for one of the characters. */
    Optional<byte[]> write(String text) {
        for (int character : text.codePoints().toArray()) {
            if (CodeExtensions.isDelimiter(character, vr)) {
                switchBack();
            }
            if (!write(character)) {
                return Optional.empty();
            }
        }
        switchBack();
        return Optional.of(bytes.toByteArray());
    }

    private boolean write(int character) {
        if (character < ' ') {
            bytes.write(character);
            return character != GraphicSet.ESCAPE;
        }
        var set = candidates()
                .filter(candidate -> candidate.encode(character).isPresent())
                .findFirst();
        set.ifPresent(this::switchTo);
        set.flatMap(chosen -> chosen.encode(character)).ifPresent(bytes::writeBytes);
        return set.isPresent();
    }

    /** Rather no switch than one, rather back than to a third. */
    private Stream<GraphicSet> candidates() {
        var current = Stream.concat(Stream.of(left), right.stream());
        var initial = Stream.concat(Stream.of(code.left()), code.right().stream());
        return Stream.of(current, initial, code.declared().stream()).flatMap(sets -> sets);
    }

    private void switchTo(GraphicSet set) {
        boolean switched = set.half() == Half.LEFT ? set != left : !right.equals(Optional.of(set));
        if (switched) {
            bytes.writeBytes(set.escape());
        }
        if (set.half() == Half.LEFT) {
            left = set;
        } else {
            right = Optional.of(set);
        }
    }

    private void switchBack() {
        switchTo(code.left());
        code.right().ifPresent(this::switchTo);
        right = code.right();
    }
}
