package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import java.nio.ByteBuffer;

/** Bytes in the order they come. Where they end too early, reading on is refused as {@link Malformation#TRUNCATED}. */
sealed interface Source permits ArraySource, StreamSource {
    /** How many bytes have been read. */
    long position();

    /** Where the bytes end, or {@link Long#MAX_VALUE} where that will only show. */
    long end();

    boolean isExhausted();

    /** The bytes from here on, so many or as many as there are; they are not read by this. */
    Bytes lookAhead(int count);

    /** A buffer from which so many bytes can be read, and are then read here; it is good up to the next call. */
    ByteBuffer require(int count);

    /** A value of so many bytes. */
    Bytes take(int length);

    /** What the rest inflates to. */
    Source inflated(ReadLimits limits);
}
