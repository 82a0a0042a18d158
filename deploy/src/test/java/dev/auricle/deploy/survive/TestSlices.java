package dev.auricle.deploy.survive;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.InstanceSource;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.syntax.DataSetWriter;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** MR slices of one series, made when they are sent. */
final class TestSlices {
    private static final TransferSyntax SYNTAX = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final int PIECE = 1 << 16;

    private TestSlices() {}

    /** Square slices of so many pixels a side. */
    static List<OutgoingInstance> of(int from, int to, int side) {
        return IntStream.range(from, to)
                .mapToObj(number -> OutgoingInstance.of(slice(number, side), SYNTAX))
                .toList();
    }

    /** One instance with so many bytes of pixels, which nobody ever holds. */
    static OutgoingInstance multiFrame(long pixelBytes) {
        var header = DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.900")
                .set(Tags.MODALITY, "OT")
                .set(Tags.PATIENT_ID, "P1")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.9")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.90")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.NUMBER_OF_FRAMES, Math.toIntExact(pixelBytes / (2 * 1024 * 1024)))
                .set(Tags.ROWS, 1024)
                .set(Tags.COLUMNS, 1024)
                .set(Tags.BITS_ALLOCATED, 16)
                .build();
        var front = Buffer.buffer(DataSetWriter.write(header, SYNTAX).toArray())
                .appendUnsignedShortLE(Tags.PIXEL_DATA.group())
                .appendUnsignedShortLE(Tags.PIXEL_DATA.element())
                .appendString("OW")
                .appendShort((short) 0)
                .appendUnsignedIntLE(pixelBytes);
        return new OutgoingInstance(
                SopClass.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE.uid(),
                "2.25.900",
                SYNTAX.uid(),
                () -> zeros(front, pixelBytes));
    }

    private static InstanceSource zeros(Buffer front, long bytes) {
        var left = new AtomicLong(bytes);
        var first = new AtomicLong(1);
        return () -> {
            if (first.getAndDecrement() > 0) {
                return Future.succeededFuture(Optional.of(front));
            }
            long before = left.getAndAdd(-PIECE);
            return Future.succeededFuture(
                    before <= 0
                            ? Optional.empty()
                            : Optional.of(Buffer.buffer(new byte[(int) Math.min(before, PIECE)])));
        };
    }

    private static DataSet slice(int number, int side) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.100." + number)
                .set(Tags.MODALITY, "MR")
                .set(Tags.PATIENT_ID, "P1")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.1")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.10")
                .set(Tags.INSTANCE_NUMBER, number)
                .set(Tags.IMAGE_POSITION_PATIENT, 0.0, 0.0, 1.5 * number)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .set(Tags.FRAME_OF_REFERENCE_UID, "2.25.11")
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.ROWS, side)
                .set(Tags.COLUMNS, side)
                .set(Tags.PIXEL_SPACING, 1.0, 1.0)
                .set(Tags.BITS_ALLOCATED, 16)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[2 * side * side])
                .build();
    }
}
