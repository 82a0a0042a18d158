package dev.auricle.dicom.codec;

/** Goes through a stream of the JPEG family from marker to marker, and through the numbers of a marker's segment. */
final class MarkerReader {
    private final byte[] stream;
    private int at;
    private int end;

    /** At the marker after SOI. */
    MarkerReader(byte[] stream) {
        this.stream = stream;
        if (next() != Marker.SOI) {
            throw new UnableToDecode("the stream does not begin with SOI");
        }
    }

    /** The next marker, wherever the last segment was left; what lies before it is passed over. */
    int next() {
        at = Math.max(at, end);
        while (at + 1 < stream.length) {
            if (stream[at] == (byte) 0xFF && stream[at + 1] != 0 && stream[at + 1] != (byte) 0xFF) {
                at += 2;
                end = at;
                return stream[at - 1] & 0xFF;
            }
            at++;
        }
        throw new UnableToDecode("the stream ends before its image does");
    }

    /** Enters the segment of the marker. */
    void open() {
        end = at + 2;
        int length = u16();
        end = at - 2 + length;
        if (length < 2 || end > stream.length) {
            throw new UnableToDecode("a marker segment goes past the end of the stream");
        }
    }

    /** What of the segment has not been read. */
    int remaining() {
        return end - at;
    }

    int u8() {
        if (at >= end || at >= stream.length) {
            throw new UnableToDecode("a marker segment is shorter than what it says");
        }
        return stream[at++] & 0xFF;
    }

    int u16() {
        return (u8() << 8) | u8();
    }

    /** Where the coded data begins after the segment that was opened. */
    int dataStart() {
        return end;
    }

    /** Goes on behind coded data. */
    void skipTo(int place) {
        at = place;
        end = place;
    }
}
