package dev.auricle.dicom.codec;

import dev.auricle.dicom.codec.Jpeg2000Block.Piece;
import dev.auricle.dicom.codec.Jpeg2000Precinct.Part;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the packets of a tile: what each says of code blocks, and their bytes (T.800, B.9 and B.10). */
final class Jpeg2000Packets {
    private static final short START = (short) 0xFF91;
    private static final int START_LENGTH = 6;
    private static final short HEADER_END = (short) 0xFF92;

    private Jpeg2000Packets() {}

    /** What a layer adds to a precinct. */
    record Packet(Jpeg2000Precinct precinct, int layer) {}

    static void read(List<Jpeg2000Precinct> precincts, Jpeg2000Order order, ByteBuffer data) {
        if ((long) precincts.size() * order.layers() > data.remaining()) {
            throw new UnableToDecode("more packets than the stream has bytes for");
        }
        var packets = new ArrayList<Packet>();
        for (var precinct : precincts) {
            for (int layer = 0; layer < order.layers(); layer++) {
                packets.add(new Packet(precinct, layer));
            }
        }
        packets.sort(order.comparator());
        for (var packet : packets) {
            read(packet, order, data);
        }
    }

    private static void read(Packet packet, Jpeg2000Order order, ByteBuffer data) {
        if (begins(data, START) && data.remaining() >= START_LENGTH) {
            data.position(data.position() + START_LENGTH);
        }
        var bits = new Jpeg2000Bits(data);
        var pieces = new ArrayList<Piece>();
        if (bits.bit() == 1) {
            for (var part : packet.precinct().parts()) {
                readHeader(part, packet.layer(), bits, pieces);
            }
        }
        bits.align();
        if (order.ends() && begins(data, HEADER_END)) {
            data.getShort();
        }
        pieces.forEach(piece -> Jpeg2000Block.append(piece, data));
    }

    private static boolean begins(ByteBuffer data, short marker) {
        return data.remaining() >= Short.BYTES && data.getShort(data.position()) == marker;
    }

    private static void readHeader(Part part, int layer, Jpeg2000Bits bits, List<Piece> pieces) {
        for (int i = 0; i < part.blocks().size(); i++) {
            var block = part.blocks().get(i);
            int x = i % part.across();
            int y = i / part.across();
            if (block.isIncluded()) {
                if (bits.bit() == 1) {
                    pieces.addAll(block.readPieces(bits));
                }
            } else if (part.inclusions().isBelow(bits, x, y, layer + 1)) {
                int planes = part.band().planes();
                block.include(planes - part.emptyPlanes().read(bits, x, y, planes));
                pieces.addAll(block.readPieces(bits));
            }
        }
    }
}
