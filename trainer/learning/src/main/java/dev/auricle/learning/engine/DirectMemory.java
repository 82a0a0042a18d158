package dev.auricle.learning.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory outside the heap that the engine reads in place. */
public final class DirectMemory {

    /** What PyTorch's own memory is aligned to; some kernels give other last bits on memory that is not. */
    private static final int ALIGNMENT = 64;

    private DirectMemory() {}

    /** At least that many bytes of zeros, aligned, in the processor's order; freed when nobody refers to it. */
    public static ByteBuffer ofBytes(int bytes) {
        int whole = Math.addExact(bytes, ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return ByteBuffer.allocateDirect(Math.addExact(whole, ALIGNMENT))
                .alignedSlice(ALIGNMENT)
                .order(ByteOrder.nativeOrder());
    }
}
