package dev.auricle.schemas.shard;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Floats as they lie in the log: IEEE 754 single precision, little endian, nothing between them. */
public final class FloatBytes {
    private FloatBytes() {}

    /** The bytes of {@code length} floats from {@code from} on. */
    public static ByteString of(float[] floats, int from, int length) {
        var bytes = new byte[length * Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(floats, from, length);
        return UnsafeByteOperations.unsafeWrap(bytes);
    }

    /** The bytes of all of them. */
    public static ByteString of(float[] floats) {
        return of(floats, 0, floats.length);
    }

    /** A view of the floats that some bytes hold; nothing is copied. */
    public static FloatBuffer view(ByteString bytes) {
        if (bytes.size() % Float.BYTES != 0) {
            throw new IllegalArgumentException(bytes.size() + " bytes are not a whole number of floats");
        }
        return bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }

    /** The floats that some bytes hold. */
    public static float[] toArray(ByteString bytes) {
        var view = view(bytes);
        var floats = new float[view.remaining()];
        view.get(floats);
        return floats;
    }
}
