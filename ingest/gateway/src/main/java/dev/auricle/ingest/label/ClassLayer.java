package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is drawn of one class with one strength. A newer object replaces what an older one drew: one that speaks for the
 * whole stack all of it, others the slices they are on. What one object draws several times over is put together.
 */
final class ClassLayer {
    private final Map<Integer, Piece> pieces = new TreeMap<>();

    /** What is on one slice: [row, column], 1 inside; and for each way in which it was drawn, the shapes. */
    @SuppressWarnings("ArrayRecordComponent") // Pixels stay unboxed; nobody compares pieces.
    record Piece(byte[] pixels, Map<Origin, List<Shape>> origins) {}

    /** Draws what one object has of the class. */
    void draw(List<Drawn> ofOneObject) {
        if (ofOneObject.stream().anyMatch(drawn -> drawn.reach() == Reach.STACK)) {
            pieces.clear();
        } else {
            ofOneObject.forEach(
                    drawn -> pieces.keySet().removeAll(drawn.masks().slices().keySet()));
        }
        ofOneObject.forEach(this::add);
    }

    /** By slice. */
    Map<Integer, Piece> pieces() {
        return pieces;
    }

    private void add(Drawn drawn) {
        drawn.masks().slices().forEach((slice, pixels) -> {
            var piece =
                    pieces.computeIfAbsent(slice, absent -> new Piece(new byte[pixels.length], new LinkedHashMap<>()));
            for (int pixel = 0; pixel < pixels.length; pixel++) {
                piece.pixels()[pixel] |= pixels[pixel];
            }
            piece.origins()
                    .computeIfAbsent(drawn.origin(), none -> new ArrayList<>())
                    .addAll(drawn.filled().shapes().on(slice));
        });
    }
}
