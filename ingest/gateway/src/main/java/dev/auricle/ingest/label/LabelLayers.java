package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.schemas.record.Strength;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts together what objects draw, the oldest first. Of each class a layer is kept for what is strong and one for what is
 * weak; on a slice on which the strong one has anything the weak one does not count. Where classes overlap, strong lies
 * over weak, and newer over older.
 */
final class LabelLayers {
    private final Geometry geometry;
    private final Set<Integer> spokenFor = new TreeSet<>();

    /** In the order in which they were last drawn on. */
    private final Map<Key, ClassLayer> layers = new LinkedHashMap<>();

    private record Key(int number, Strength strength) {}

    LabelLayers(Geometry geometry) {
        this.geometry = geometry;
    }

    /** Draws what one object shows. */
    void draw(List<Drawn> ofOneObject) {
        var grouped = ofOneObject.stream()
                .collect(Collectors.groupingBy(
                        drawn -> new Key(drawn.number(), drawn.origin().strength()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        grouped.forEach((key, drawn) -> {
            var layer = layers.containsKey(key) ? layers.remove(key) : new ClassLayer();
            layer.draw(drawn);
            layers.put(key, layer);
        });
        ofOneObject.forEach(this::speak);
    }

    private void speak(Drawn drawn) {
        if (drawn.reach() == Reach.STACK) {
            IntStream.range(0, geometry.slices()).forEach(spokenFor::add);
        } else {
            spokenFor.addAll(drawn.masks().slices().keySet());
        }
    }

    /** Class numbers. */
    Mask mask() {
        var mask = Mask.empty(geometry);
        visit(Strength.WEAK, (number, slice, piece) -> paint(mask, number, slice, piece.pixels()));
        visit(Strength.STRONG, (number, slice, piece) -> paint(mask, number, slice, piece.pixels()));
        return mask;
    }

    /** By slice that somebody has spoken for, what is on it. */
    Map<Integer, Set<Labelling.Source>> sources() {
        var sources = new TreeMap<Integer, Set<Labelling.Source>>();
        spokenFor.forEach(slice -> sources.put(slice, new LinkedHashSet<>()));
        for (var strength : List.of(Strength.STRONG, Strength.WEAK)) {
            visit(
                    strength,
                    (number, slice, piece) -> piece.origins()
                            .forEach((origin, shapes) -> sources.computeIfAbsent(slice, absent -> new LinkedHashSet<>())
                                    .add(new Labelling.Source(number, origin, shapes))));
        }
        return sources;
    }

    private void visit(Strength strength, Visitor visitor) {
        layers.forEach((key, layer) -> layer.pieces().forEach((slice, piece) -> {
            if (key.strength() == strength && !isCovered(key, slice)) {
                visitor.visit(key.number(), slice, piece);
            }
        }));
    }

    /** Whether a strong annotation of the same class is on the slice of a weak one. */
    private boolean isCovered(Key key, int slice) {
        var strong = layers.get(new Key(key.number(), Strength.STRONG));
        return key.strength() == Strength.WEAK
                && strong != null
                && strong.pieces().containsKey(slice);
    }

    private static void paint(Mask mask, int number, int slice, byte[] pixels) {
        int offset = mask.geometry().offset(slice);
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            if (pixels[pixel] != 0) {
                mask.labels()[offset + pixel] = (byte) number;
            }
        }
    }

    /** Sees a piece of a class. */
    private interface Visitor {
        void visit(int number, int slice, ClassLayer.Piece piece);
    }
}
