package dev.auricle.dicom.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JPEG image while it is being decoded: the tables and planes that its segments have brought so far. */
final class JpegImage {
    private static final int TABLES = 4;

    private final byte[] stream;
    private final FrameFormat format;
    private final MarkerReader reader;
    private final JpegSteps[] steps = new JpegSteps[TABLES];
    private final JpegHuffman[] firsts = new JpegHuffman[TABLES];
    private final JpegHuffman[] rests = new JpegHuffman[TABLES];
    private final Map<JpegComponent, JpegPlane> planes = new HashMap<>();
    private int restart;
    private @Nullable JpegFrame frame;

    JpegImage(byte[] stream, FrameFormat format) {
        this.stream = stream;
        this.format = format;
        reader = new MarkerReader(stream);
    }

    boolean isComplete() {
        return frame != null && planes.size() == frame.components().size();
    }

    void readSegment() {
        int marker = reader.next();
        if (marker == Marker.EOI) {
            throw new UnableToDecode("the stream ends before its image does");
        }
        if (Marker.isRestart(marker) || marker == Marker.SOI) {
            return;
        }
        reader.open();
        switch (marker) {
            case Marker.DQT -> readSteps();
            case Marker.DHT -> readHuffmanTables();
            case Marker.DRI -> restart = reader.u16();
            case Marker.SOS -> readScan();
            case Marker.SOF_BASELINE, Marker.SOF_EXTENDED, Marker.SOF_LOSSLESS -> readFrame(marker);
            default -> refuseOtherFrame(marker);
        }
    }

    private void readSteps() {
        while (reader.remaining() > 0) {
            int kind = reader.u8();
            steps[table(kind)] = new JpegSteps(reader, kind >> 4 != 0);
        }
    }

    private void readHuffmanTables() {
        while (reader.remaining() > 0) {
            int kind = reader.u8();
            var tables = kind >> 4 == 0 ? firsts : rests;
            tables[table(kind)] = new JpegHuffman(reader);
        }
    }

    private void readFrame(int marker) {
        if (frame != null) {
            throw new UnableToDecode("a second frame");
        }
        frame = JpegFrame.read(reader, marker == Marker.SOF_LOSSLESS, format);
    }

    private static void refuseOtherFrame(int marker) {
        if (Marker.isFrame(marker)) {
            throw new UnableToDecode("progressive, hierarchical or arithmetically coded JPEG");
        }
    }

    private void readScan() {
        if (frame == null) {
            throw new UnableToDecode("a scan before its frame");
        }
        int count = reader.u8();
        if (count < 1 || count > frame.components().size()) {
            throw new UnableToDecode("a scan of " + count + " components");
        }
        var parts = new ArrayList<JpegScan.Part>();
        for (int i = 0; i < count; i++) {
            parts.add(part(frame, reader.u8(), reader.u8()));
        }
        int selection = reader.u8();
        reader.u8();
        var scan = new JpegScan(frame, parts, selection, reader.u8() & 15, restart);
        var bits = new JpegBits(stream, reader.dataStart());
        if (frame.lossless()) {
            JpegDifferences.read(scan, bits);
        } else {
            JpegBlocks.read(scan, bits);
        }
        reader.skipTo(bits.position());
        parts.forEach(part -> planes.put(part.plane().component(), part.plane()));
    }

    private JpegScan.Part part(JpegFrame frame, int id, int tables) {
        var component = frame.components().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new UnableToDecode("a scan of a component that the frame does not have"));
        var first = required(firsts[table(tables >> 4)]);
        var block = frame.lossless()
                ? Optional.<JpegScan.Block>empty()
                : Optional.of(
                        new JpegScan.Block(required(rests[table(tables)]), required(steps[component.quantisation()])));
        return new JpegScan.Part(new JpegPlane(frame, component), first, block);
    }

    private static int table(int kind) {
        if ((kind & 15) >= TABLES) {
            throw new UnableToDecode("table " + (kind & 15));
        }
        return kind & 15;
    }

    private static <T> T required(@Nullable T table) {
        if (table == null) {
            throw new UnableToDecode("a table is missing");
        }
        return table;
    }

    /** The image's cells, once it is complete. */
    byte[] cells() {
        var cells = new Cells(format);
        var whole = required(frame);
        List<JpegComponent> components = whole.components();
        for (int sample = 0; sample < components.size(); sample++) {
            var plane = required(planes.get(components.get(sample)));
            var full = new JpegUpsampling(whole, plane);
            int cell = sample;
            for (int row = 0; row < format.rows(); row++) {
                for (int column = 0; column < format.columns(); column++, cell += components.size()) {
                    cells.set(cell, full.at(row, column));
                }
            }
        }
        return cells.bytes();
    }
}
