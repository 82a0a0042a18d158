package dev.auricle.dicom.codec;

import java.util.ArrayList;
import java.util.List;

/** The header of a JPEG frame (T.81, B.2.2). */
record JpegFrame(boolean lossless, int precision, int rows, int columns, List<JpegComponent> components) {
    JpegFrame {
        components = List.copyOf(components);
        boolean known = lossless ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
        if (!known) {
            throw new UnableToDecode("JPEG samples of " + precision + " bits");
        }
        for (var component : components) {
            int across = most(components, true) % component.horizontal();
            int down = most(components, false) % component.vertical();
            if (across != 0 || down != 0 || (lossless && component.horizontal() * component.vertical() != 1)) {
                throw new UnableToDecode("components are sampled in a way that is not decoded");
            }
        }
    }

    /** Reads the header, which must be what the image says. */
    static JpegFrame read(MarkerReader segment, boolean lossless, FrameFormat format) {
        int precision = segment.u8();
        int rows = segment.u16();
        int columns = segment.u16();
        int count = segment.u8();
        format.require(rows, columns, count, precision);
        var components = new ArrayList<JpegComponent>();
        for (int i = 0; i < count; i++) {
            int id = segment.u8();
            int sampling = segment.u8();
            components.add(new JpegComponent(id, sampling >> 4, sampling & 15, segment.u8()));
        }
        // A single component is sampled once, whatever the header says (T.81, A.2.2).
        return new JpegFrame(
                lossless, precision, rows, columns, count == 1 ? List.of(single(components.get(0))) : components);
    }

    private static JpegComponent single(JpegComponent component) {
        return new JpegComponent(component.id(), 1, 1, component.quantisation());
    }

    private static int most(List<JpegComponent> components, boolean across) {
        return components.stream()
                .mapToInt(component -> across ? component.horizontal() : component.vertical())
                .max()
                .orElse(1);
    }

    /** How many columns of the image share one sample of the component. */
    int across(JpegComponent component) {
        return most(components, true) / component.horizontal();
    }

    /** How many rows of the image share one sample of the component. */
    int down(JpegComponent component) {
        return most(components, false) / component.vertical();
    }

    /** Units of interleaving across, and down. */
    int unitColumns() {
        return ceil(columns, JpegDct.SIZE * most(components, true));
    }

    int unitRows() {
        return ceil(rows, JpegDct.SIZE * most(components, false));
    }

    static int ceil(int length, int part) {
        return (length + part - 1) / part;
    }
}
