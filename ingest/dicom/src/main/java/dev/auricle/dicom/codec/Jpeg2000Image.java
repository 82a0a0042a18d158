package dev.auricle.dicom.codec;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Reads a codestream: its header, and the parts of its tiles (T.800, annex A). */
final class Jpeg2000Image {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    private static final int CAP = 0xFF50;
    private static final int RGN = 0xFF5E;
    private static final int POC = 0xFF5F;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;

    private static final int TILE_PART_HEADER = 12;

    private final ByteBuffer stream;
    private final FrameFormat format;
    private final Map<Integer, Jpeg2000Tile> tiles = new HashMap<>();

    Jpeg2000Image(ByteBuffer stream, FrameFormat format) {
        this.stream = stream;
        this.format = format;
    }

    byte[] decode() {
        try {
            return readTiles();
        } catch (BufferUnderflowException e) {
            throw new UnableToDecode("the stream ends before its image does", e);
        }
    }

    private byte[] readTiles() {
        if (marker() != SOC || marker() != SIZ) {
            throw new UnableToDecode("the stream does not begin with SOC and SIZ");
        }
        var size = Jpeg2000Size.read(segment(), format, stream.capacity());
        var coding = new Jpeg2000Coding(size.components());
        int count = size.tilesAcross() * size.tilesDown();
        int marker = marker();
        for (; marker != SOT; marker = marker()) {
            readSegment(marker, coding);
        }
        while (marker == SOT) {
            readTilePart(size, coding, count);
            marker = stream.hasRemaining() ? marker() : EOC;
        }
        if (tiles.size() != count) {
            throw new UnableToDecode(tiles.size() + " tiles where there should be " + count);
        }
        var cells = new Cells(format);
        tiles.values().forEach(tile -> tile.decode(cells));
        return cells.bytes();
    }

    private void readTilePart(Jpeg2000Size size, Jpeg2000Coding coding, int count) {
        int start = stream.position() - Short.BYTES;
        var header = segment();
        int number = header.getShort() & 0xFFFF;
        long length = Integer.toUnsignedLong(header.getInt());
        if (number >= count) {
            throw new UnableToDecode("a part of a tile that the image does not have");
        }
        var tile = tiles.computeIfAbsent(number, each -> new Jpeg2000Tile(size, each, coding.copy()));
        for (int marker = marker(); marker != SOD; marker = marker()) {
            readSegment(marker, tile.coding());
        }
        // A length of 0 reaches to the end of the stream; some streams are cut off in their last part.
        long end = length == 0 ? stream.limit() : Math.min(start + length, stream.limit());
        if ((length != 0 && length < TILE_PART_HEADER) || end < stream.position()) {
            throw new UnableToDecode("a part of a tile that is shorter than its header");
        }
        tile.append(stream.slice(stream.position(), (int) end - stream.position()));
        stream.position((int) end);
    }

    private void readSegment(int marker, Jpeg2000Coding coding) {
        var segment = segment();
        switch (marker) {
            case COD -> coding.readStyle(segment);
            case COC -> coding.readStyleOfComponent(segment);
            case QCD -> coding.readSteps(segment);
            case QCC -> coding.readStepsOfComponent(segment);
            case CAP -> throw new UnableToDecode("JPEG 2000 of high throughput");
            case RGN -> throw new UnableToDecode("JPEG 2000 with regions of interest");
            case POC -> throw new UnableToDecode("JPEG 2000 that changes its progression");
            case PPM, PPT -> throw new UnableToDecode("JPEG 2000 with packed packet headers");
            default -> {
                // Comments and lengths of what follows.
            }
        }
    }

    private int marker() {
        return stream.getShort() & 0xFFFF;
    }

    /** The segment of a marker, behind its length. */
    private ByteBuffer segment() {
        int length = (stream.getShort() & 0xFFFF) - Short.BYTES;
        if (length < 0 || length > stream.remaining()) {
            throw new UnableToDecode("a marker segment goes past the end of the stream");
        }
        var segment = stream.slice(stream.position(), length);
        stream.position(stream.position() + length);
        return segment;
    }
}
