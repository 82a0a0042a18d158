package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;

/** The colours that the stored values of an image stand for (PS3.3, C.7.6.3.1.5 and C.7.9). */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {
    static Palette of(DataSet image) {
        return new Palette(
                table(
                        image,
                        Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tags.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tags.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                table(
                        image,
                        Tags.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tags.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tags.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                table(
                        image,
                        Tags.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tags.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tags.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA));
    }

    private static LookupTable table(DataSet image, Tag descriptor, Tag data, Tag segments) {
        boolean signed =
                image.find(Tags.PIXEL_REPRESENTATION).map(Value::integer).orElse(0) == 1;
        var described = LookupTable.Descriptor.of(image.require(descriptor), signed);
        return image.contains(segments)
                ? LookupTable.of(described, SegmentedTable.expand(LookupTable.data(image, segments), described))
                : LookupTable.of(described, LookupTable.data(image, data));
    }

    /** Of each colour. */
    int bits() {
        return red.bits();
    }

    void look(FrameSamples places, int[] colours) {
        for (int i = 0; i < colours.length; i += 3) {
            double place = places.at(i / 3);
            colours[i] = (int) red.apply(place);
            colours[i + 1] = (int) green.apply(place);
            colours[i + 2] = (int) blue.apply(place);
        }
    }
}
