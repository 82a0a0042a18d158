package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A multi-frame image longer than any array, which is nowhere as a whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LongStreamTest {
    private static final long PIXELS = 3L << 30;
    private static final long A_FEW_MEGABYTES = 4 << 20;

    @Test
    void three_gigabytes_are_copied_in_a_few_megabytes() throws IOException {
        // Given
        var in = new CheckedInputStream(image(), new CRC32C());
        var out = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32C());
        long before = allocated();
        // When
        StreamCopy.copy(in, out, new ReadLimits(8, 10_000, 10_000));
        // Then
        assertThat(allocated() - before).isLessThan(A_FEW_MEGABYTES);
        assertThat(out.getChecksum().getValue()).isEqualTo(in.getChecksum().getValue());
    }

    /** Bytes this thread has allocated, whether or not they were collected. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static InputStream image() throws IOException {
        var header = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4.1")
                .set(Tags.SOP_INSTANCE_UID, "1.2.3")
                .build();
        var front = new ByteArrayOutputStream();
        DicomFile.of(header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(front);
        front.write(ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x0010_7FE0)
                .put(new byte[] {'O', 'W', 0, 0})
                .putInt((int) PIXELS)
                .array());
        var behind = DataSet.builder().bytes(Tags.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[6]);
        var parts = List.of(
                new ByteArrayInputStream(front.toByteArray()),
                new Ramp(PIXELS),
                new ByteArrayInputStream(DataSetWriter.write(behind.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .toArray()));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** 0, 1, 2, … 255, 0, 1 …, so many bytes. */
    private static final class Ramp extends InputStream {
        private final byte[] block = new byte[1 << 16];
        private final long length;
        private long position;

        Ramp(long length) {
            this.length = length;
            for (int i = 0; i < block.length; i++) {
                block[i] = (byte) i;
            }
        }

        @Override
        public int read() {
            return position == length ? -1 : (int) (position++ & 0xFF);
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            int from = (int) (position & 0xFF);
            int some = (int) Math.min(Math.min(count, block.length - from), length - position);
            System.arraycopy(block, from, target, offset, some);
            position += some;
            return some == 0 && count > 0 ? -1 : some;
        }
    }
}
