package dev.auricle.dicom.codec;

/** A JPEG-LS image while it is being decoded (T.87, annex C). */
final class JpegLsImage {
    private static final int PRESET_PARAMETERS = 1;

    private final byte[] stream;
    private final FrameFormat format;
    private final MarkerReader reader;
    private final Cells cells;
    private final int[] ids;
    private JpegLsPresets presets = JpegLsPresets.NONE;
    private int precision;
    private int restart;
    private int decoded;

    JpegLsImage(byte[] stream, FrameFormat format) {
        this.stream = stream;
        this.format = format;
        reader = new MarkerReader(stream);
        cells = new Cells(format);
        ids = new int[format.samples()];
    }

    boolean isComplete() {
        return decoded == format.samples();
    }

    byte[] cells() {
        return cells.bytes();
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
            case Marker.SOF_LS -> readFrame();
            case Marker.LSE -> readPresets();
            case Marker.DRI -> restart = reader.u16();
            case Marker.SOS -> readScan();
            case Marker.APP8 -> refuseColourTransform();
            default -> refuseOtherFrame(marker);
        }
    }

    private void readFrame() {
        precision = reader.u8();
        int rows = reader.u16();
        int columns = reader.u16();
        int samples = reader.u8();
        format.require(rows, columns, samples, precision);
        for (int i = 0; i < samples; i++) {
            ids[i] = reader.u8();
            if (reader.u8() != 0x11) {
                throw new UnableToDecode("components of different sizes");
            }
            reader.u8();
        }
    }

    private void readPresets() {
        if (reader.u8() != PRESET_PARAMETERS) {
            throw new UnableToDecode("JPEG-LS with tables of its own or a size of more than 16 bits");
        }
        presets = new JpegLsPresets(reader.u16(), reader.u16(), reader.u16(), reader.u16(), reader.u16());
    }

    /** A manufacturer's extension that says how colours were mixed, in one byte after its name; 0: not at all. */
    private void refuseColourTransform() {
        if (reader.remaining() == 5 && reader.u16() == 0x6D72 && reader.u16() == 0x6678 && reader.u8() != 0) {
            throw new UnableToDecode("JPEG-LS with colours transformed");
        }
    }

    private static void refuseOtherFrame(int marker) {
        if (Marker.isFrame(marker)) {
            throw new UnableToDecode("JPEG where JPEG-LS should be");
        }
    }

    private void readScan() {
        int count = reader.u8();
        if (precision == 0 || count < 1 || count > format.samples() - decoded || restart != 0) {
            throw new UnableToDecode("a JPEG-LS scan of " + count + " components, or with restart markers");
        }
        for (int i = 0; i < count; i++) {
            if (reader.u8() != ids[decoded + i] || reader.u8() != 0) {
                throw new UnableToDecode("scans in another order than the frame's, or with tables");
            }
        }
        int near = reader.u8();
        int interleave = reader.u8();
        if ((count == 1) != (interleave == 0) || interleave > 2 || reader.u8() != 0) {
            throw new UnableToDecode("interleaving " + interleave + " of " + count + " components");
        }
        var coding = JpegLsCoding.of(presets, precision, near);
        var scan = new JpegLsScan(coding, new JpegLsBits(stream, reader.dataStart()), format.columns(), count);
        for (int row = 0; row < format.rows(); row++) {
            if (interleave == 2) {
                scan.readTogether();
            } else {
                scan.readApart();
            }
            scan.put(cells, row * format.columns() * format.samples() + decoded, format.samples());
        }
        decoded += count;
        reader.skipTo(scan.position());
    }
}
