package dev.auricle.dicom.data;

import dev.auricle.dicom.data.GraphicSet.Half;
import dev.auricle.dicom.dictionary.Vr;
import java.util.Optional;

/** Reads one text with escape sequences in it, a character at a time. */
final class EscapedTextReader {
    private final Bytes bytes;
    private final GraphicSet initialLeft;
    private final Optional<GraphicSet> initialRight;
    private final Vr vr;
    private final StringBuilder text = new StringBuilder();
    private GraphicSet left;
    private Optional<GraphicSet> right;
    private int position;

    EscapedTextReader(Bytes bytes, GraphicSet left, Optional<GraphicSet> right, Vr vr) {
        this.bytes = bytes;
        this.initialLeft = left;
        this.initialRight = right;
        this.vr = vr;
        this.left = left;
        this.right = right;
    }

    /** The text; empty if it switches to a set that is not known. */
    Optional<String> read() {
        while (position < bytes.size()) {
            boolean escape = bytes.at(position) == GraphicSet.ESCAPE;
            if (escape ? !switchSet() : !readCharacter()) {
                return Optional.empty();
            }
        }
        return Optional.of(text.toString());
    }

    private boolean switchSet() {
        var set = GraphicSet.escapedAt(bytes, position);
        set.ifPresent(this::invoke);
        return set.isPresent();
    }

    private void invoke(GraphicSet set) {
        if (set.half() == Half.LEFT) {
            left = set;
        } else {
            right = Optional.of(set);
        }
        position += set.escape().length;
    }

    private boolean readCharacter() {
        int code = bytes.at(position);
        var set = Half.of(code) == Half.LEFT ? Optional.of(code <= ' ' ? initialLeft : left) : right;
        set.ifPresent(this::append);
        boolean parts = set.isPresent() && set.get().width() == 1 && CodeExtensions.isDelimiter(code, vr);
        if (parts) {
            left = initialLeft;
            right = initialRight;
        }
        return set.isPresent();
    }

    private void append(GraphicSet set) {
        int end = Math.min(position + set.width(), bytes.size());
        text.append(bytes.slice(position, end).string(set.charset()));
        position = end;
    }
}
