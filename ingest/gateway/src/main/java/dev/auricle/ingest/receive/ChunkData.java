package dev.auricle.ingest.receive;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.auricle.dicom.data.Bytes;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of one chunk, as they were read from the network. They stay where the network put them; the only copy is the
 * one into the record.
 */
final class ChunkData {
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private int size;

    /** Adds what was read, and hashes it while it is still in the processor's cache; whoever read it gives it up. */
    void add(Buffer piece, MessageDigest digest) {
        var bytes = ((BufferInternal) piece).getByteBuf().nioBuffer();
        digest.update(bytes.duplicate());
        pieces.add(bytes);
        size += piece.length();
    }

    int size() {
        return size;
    }

    /** All of it, for a record. */
    ByteString bytes() {
        return pieces.stream().map(UnsafeByteOperations::unsafeWrap).reduce(ByteString.EMPTY, ByteString::concat);
    }

    /** A copy of at most the first so many bytes. */
    Bytes front(int most) {
        return Bytes.wrap(bytes().substring(0, Math.min(most, size)).toByteArray());
    }
}
