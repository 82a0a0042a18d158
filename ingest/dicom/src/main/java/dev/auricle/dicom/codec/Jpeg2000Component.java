package dev.auricle.dicom.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * A component of a tile: its resolutions, their bands, and the precincts in which they are coded (T.800, B.5 to B.7).
 *
 * @param number of the component
 */
record Jpeg2000Component(int number, Rectangle tile, int precision, Jpeg2000Style style, Jpeg2000Steps steps) {
    Rectangle resolution(int resolution) {
        return tile.reduced(style.levels() - resolution, 0, 0);
    }

    /** How many precincts there are; counted before any is made. */
    long precinctCount() {
        long count = 0;
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            var grid = grid(resolution);
            count += (long) grid.width() * grid.height();
        }
        return count;
    }

    List<Jpeg2000Precinct> precincts() {
        var precincts = new ArrayList<Jpeg2000Precinct>();
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            var bands = bands(resolution);
            var grid = grid(resolution);
            for (int y = grid.top(); y < grid.bottom(); y++) {
                for (int x = grid.left(); x < grid.right(); x++) {
                    precincts.add(precinct(resolution, bands, x, y));
                }
            }
        }
        return precincts;
    }

    /** The precincts of a resolution, in columns and rows; none where it has no samples. */
    private Rectangle grid(int resolution) {
        var place = resolution(resolution);
        if (place.isEmpty()) {
            return new Rectangle(0, 0, 0, 0);
        }
        int width = style.precinctWidth(resolution);
        int height = style.precinctHeight(resolution);
        return new Rectangle(
                place.left() >> width,
                place.top() >> height,
                Rectangle.ceilShift(place.right(), width),
                Rectangle.ceilShift(place.bottom(), height));
    }

    private List<Jpeg2000Band> bands(int resolution) {
        if (resolution == 0) {
            return List.of(band(0, 0, resolution(0)));
        }
        int shift = style.levels() - resolution + 1;
        long half = 1L << (shift - 1);
        var bands = new ArrayList<Jpeg2000Band>();
        for (int kind = 1; kind <= Jpeg2000Band.ACROSS + Jpeg2000Band.DOWN; kind++) {
            long aside = (kind & Jpeg2000Band.ACROSS) != 0 ? half : 0;
            long below = (kind & Jpeg2000Band.DOWN) != 0 ? half : 0;
            bands.add(band(kind, 3 * (resolution - 1) + kind, tile.reduced(shift, aside, below)));
        }
        return bands;
    }

    private Jpeg2000Band band(int kind, int number, Rectangle place) {
        int gain = Integer.bitCount(kind);
        return new Jpeg2000Band(kind, place, steps.planes(number), steps.step(number, precision, gain));
    }

    private Jpeg2000Precinct precinct(int resolution, List<Jpeg2000Band> bands, int x, int y) {
        int less = resolution > 0 ? 1 : 0;
        int width = style.precinctWidth(resolution) - less;
        int height = style.precinctHeight(resolution) - less;
        int blockWidth = Math.min(style.blockWidth(), width);
        int blockHeight = Math.min(style.blockHeight(), height);
        var parts = bands.stream()
                .map(band -> band.part(band.place().cell(x, y, width, height), blockWidth, blockHeight, style))
                .toList();
        int shift = style.levels() - resolution + less;
        return new Jpeg2000Precinct(
                number,
                resolution,
                Math.max(tile.left(), (long) x << (width + shift)),
                Math.max(tile.top(), (long) y << (height + shift)),
                parts);
    }

    /** Decodes the code blocks that packets have filled, and joins their bands. */
    Jpeg2000Plane decode(List<Jpeg2000Precinct> precincts) {
        var plane = style.reversible() ? new Jpeg2000Integers(tile) : new Jpeg2000Floats(tile);
        var decoder = new Jpeg2000BlockDecoder(style);
        for (var precinct : precincts) {
            for (var part : precinct.parts()) {
                for (var block : part.blocks()) {
                    decoder.decode(block, part.band().kind());
                    put(decoder, block, part.band(), precinct.resolution(), plane);
                }
            }
        }
        for (int resolution = 1; resolution <= style.levels(); resolution++) {
            plane.join(resolution(resolution));
        }
        return plane;
    }

    private void put(
            Jpeg2000BlockDecoder decoder, Jpeg2000Block block, Jpeg2000Band band, int resolution, Jpeg2000Plane plane) {
        int aside = (band.kind() & Jpeg2000Band.ACROSS) != 0
                ? resolution(resolution - 1).width()
                : 0;
        int below = (band.kind() & Jpeg2000Band.DOWN) != 0
                ? resolution(resolution - 1).height()
                : 0;
        int left = block.place.left() - band.place().left() + aside;
        int top = block.place.top() - band.place().top() + below;
        for (int row = 0; row < block.place.height(); row++) {
            for (int column = 0; column < block.place.width(); column++) {
                plane.put(
                        (top + row) * tile.width() + left + column,
                        decoder.magnitude(row, column),
                        decoder.isNegative(row, column),
                        band.step());
            }
        }
    }
}
