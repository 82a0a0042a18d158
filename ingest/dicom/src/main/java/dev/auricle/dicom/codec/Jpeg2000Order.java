package dev.auricle.dicom.codec;

import dev.auricle.dicom.codec.Jpeg2000Packets.Packet;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * What a tile's components have in common (T.800, A.6.1): the order of its packets, and whether its colours are mixed.
 *
 * @param ends whether packet headers end with a marker
 */
record Jpeg2000Order(int progression, int layers, boolean mixed, boolean ends) {
    private static final int EPH = 4;

    private static final Comparator<Packet> LAYER = Comparator.comparingInt(Packet::layer);
    private static final Comparator<Packet> RESOLUTION =
            Comparator.comparingInt(packet -> packet.precinct().resolution());
    private static final Comparator<Packet> COMPONENT =
            Comparator.comparingInt(packet -> packet.precinct().component());
    private static final Comparator<Packet> PLACE = Comparator.<Packet>comparingLong(
                    packet -> packet.precinct().y())
            .thenComparingLong(packet -> packet.precinct().x());

    Jpeg2000Order {
        if (progression > 4 || layers == 0) {
            throw new UnableToDecode("progression " + progression + " of " + layers + " layers");
        }
    }

    /** Reads the beginning of COD. */
    static Jpeg2000Order read(int style, ByteBuffer segment) {
        return new Jpeg2000Order(
                segment.get() & 0xFF, segment.getShort() & 0xFFFF, segment.get() == 1, (style & EPH) != 0);
    }

    /** How packets follow each other (T.800, B.12.1); those of one place and layer stay as they were. */
    Comparator<Packet> comparator() {
        return switch (progression) {
            case 0 -> LAYER.thenComparing(RESOLUTION).thenComparing(COMPONENT).thenComparing(PLACE);
            case 1 -> RESOLUTION.thenComparing(LAYER).thenComparing(COMPONENT).thenComparing(PLACE);
            case 2 -> RESOLUTION.thenComparing(PLACE).thenComparing(COMPONENT).thenComparing(LAYER);
            case 3 -> PLACE.thenComparing(COMPONENT).thenComparing(RESOLUTION).thenComparing(LAYER);
            default -> COMPONENT.thenComparing(PLACE).thenComparing(RESOLUTION).thenComparing(LAYER);
        };
    }
}
