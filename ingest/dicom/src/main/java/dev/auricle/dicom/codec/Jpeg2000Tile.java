package dev.auricle.dicom.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A tile while its parts are being gathered, and when they are decoded. */
final class Jpeg2000Tile {
    private final Jpeg2000Size size;
    private final Rectangle place;
    private final Jpeg2000Coding coding;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    Jpeg2000Tile(Jpeg2000Size size, int number, Jpeg2000Coding coding) {
        this.size = size;
        this.place = size.tile(number);
        this.coding = coding;
    }

    Jpeg2000Coding coding() {
        return coding;
    }

    /** Adds the packets of a part. */
    void append(ByteBuffer part) {
        data.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /** Decodes the tile into its place among the image's cells. */
    void decode(Cells cells) {
        var components = IntStream.range(0, size.components())
                .mapToObj(i -> new Jpeg2000Component(i, place, size.precision(), coding.style(i), coding.steps(i)))
                .toList();
        if (components.stream().mapToLong(Jpeg2000Component::precinctCount).sum() > data.size()) {
            throw new UnableToDecode("more precincts than the stream has bytes for");
        }
        var precincts = components.stream().map(Jpeg2000Component::precincts).toList();
        Jpeg2000Packets.read(
                precincts.stream().flatMap(List::stream).toList(), coding.order(), ByteBuffer.wrap(data.toByteArray()));
        var planes = new ArrayList<Jpeg2000Plane>();
        for (var component : components) {
            planes.add(component.decode(precincts.get(component.number())));
        }
        if (coding.order().mixed()) {
            unmix(planes);
        }
        for (int i = 0; i < planes.size(); i++) {
            put(planes.get(i), i, cells);
        }
    }

    private void unmix(List<Jpeg2000Plane> planes) {
        boolean alike = planes.size() >= 3
                && coding.style(0).reversible() == coding.style(1).reversible()
                && coding.style(0).reversible() == coding.style(2).reversible();
        if (!alike) {
            throw new UnableToDecode("colours that cannot be mixed");
        }
        planes.get(0).unmix(planes.get(1), planes.get(2));
    }

    private void put(Jpeg2000Plane plane, int component, Cells cells) {
        int half = 1 << (size.precision() - 1);
        int shift = size.signed() ? 0 : half;
        int at = 0;
        for (int row = place.top(); row < place.bottom(); row++) {
            int first = (row - size.image().top()) * size.image().width()
                    - size.image().left();
            for (int column = place.left(); column < place.right(); column++) {
                int sample = Math.max(-half, Math.min(plane.sample(at++), half - 1)) + shift;
                cells.set((first + column) * size.components() + component, sample);
            }
        }
    }
}
