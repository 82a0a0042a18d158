package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Where an image is blacked out. */
public sealed interface MaskArea {
    /** The pixels, row by row; nothing if the image does not tell. */
    Optional<BitSet> pixels(DataSet image);

    /**
     * In rectangles.
     *
     * @param rectangles none: the site knows that these images have no text
     */
    record Rectangles(List<Rectangle> rectangles) implements MaskArea {
        public Rectangles {
            rectangles = List.copyOf(rectangles);
        }

        @Override
        public Optional<BitSet> pixels(DataSet image) {
            return Optional.of(MaskArea.pixels(rectangles, image));
        }
    }

    /** Outside of all that the image calls an ultrasound region (PS3.3, C.8.5.5). */
    record OutsideRegions() implements MaskArea {
        @Override
        public Optional<BitSet> pixels(DataSet image) {
            var regions = image.items(Tags.SEQUENCE_OF_ULTRASOUND_REGIONS);
            if (regions.isEmpty()) {
                return Optional.empty();
            }
            var pixels = MaskArea.pixels(
                    regions.stream().map(OutsideRegions::rectangle).toList(), image);
            pixels.flip(
                    0,
                    image.require(Tags.ROWS).integer()
                            * image.require(Tags.COLUMNS).integer());
            return Optional.of(pixels);
        }

        private static Rectangle rectangle(DataSet region) {
            int left = region.require(Tags.REGION_LOCATION_MIN_X0).integer();
            int top = region.require(Tags.REGION_LOCATION_MIN_Y0).integer();
            int right = region.require(Tags.REGION_LOCATION_MAX_X1).integer();
            int bottom = region.require(Tags.REGION_LOCATION_MAX_Y1).integer();
            return new Rectangle(left, top, right - left + 1, bottom - top + 1);
        }
    }

    private static BitSet pixels(List<Rectangle> rectangles, DataSet image) {
        int rows = image.require(Tags.ROWS).integer();
        int columns = image.require(Tags.COLUMNS).integer();
        var pixels = new BitSet(rows * columns);
        for (var rectangle : rectangles) {
            int right = Math.min(columns, rectangle.left() + rectangle.width());
            int bottom = Math.min(rows, rectangle.top() + rectangle.height());
            for (int row = rectangle.top(); row < bottom && rectangle.left() < right; row++) {
                pixels.set(row * columns + rectangle.left(), row * columns + right);
            }
        }
        return pixels;
    }
}
