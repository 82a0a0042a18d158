package dev.auricle.ingest.assemble;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FunctionalGroups;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceHeader;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SlicePlane;
import dev.auricle.schemas.record.Vector;
import java.util.Optional;
import java.util.Set;

/** Reads what an instance's first bytes say of it. What cannot be read is a value too. */
final class Headers {
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    /** Their frames are no slices, and may be more than a header has room for. */
    private static final Set<String> SEGMENTATIONS =
            Set.of(SopClass.SEGMENTATION.uid(), SopClass.LABEL_MAP_SEGMENTATION.uid());

    private Headers() {}

    static InstanceHeader read(InstanceChunk first) {
        try {
            return TransferSyntax.of(first.getTransferSyntaxUid())
                    .map(syntax -> header(first, syntax))
                    .orElseGet(
                            () -> unreadable(Refusal.UNREADABLE, "The transfer syntax is not one of the standard's."));
        } catch (UnableToReadDataSet malformed) {
            return unreadable(Refusal.UNREADABLE, "The data set cannot be read: " + malformed.getMessage() + ".");
        } catch (UnableToReadValue malformed) {
            return unreadable(
                    Refusal.BAD_VALUE, "A value of the header cannot be read: " + malformed.getMessage() + ".");
        }
    }

    private static InstanceHeader header(InstanceChunk first, TransferSyntax syntax) {
        var front = READER.readUntil(Tags.PIXEL_DATA, Bytes.wrap(first.getData().toByteArray()), syntax);
        var data = front.dataSet();
        var instance = SeriesInstance.newBuilder()
                .setSopInstanceUid(first.getSopInstanceUid())
                .setSopClassUid(first.getSopClassUid())
                .setTransferSyntaxUid(first.getTransferSyntaxUid())
                .setInstanceNumber(
                        data.find(Tags.INSTANCE_NUMBER).map(Value::integer).orElse(0))
                .setFrames(data.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1))
                .setHasPixels(front.reachedStop())
                .setKind(Kinds.of(data));
        if (!FunctionalGroups.areIn(data)) {
            plane(data).filter(plane -> instance.getFrames() == 1).ifPresent(instance::setPlane);
        } else if (!SEGMENTATIONS.contains(first.getSopClassUid())) {
            if (!front.reachedStop()) {
                return unreadable(Refusal.UNREADABLE, "The header of an image of several frames is longer than 1 MiB.");
            }
            FramePlanes.describe(data, instance);
        }
        return InstanceHeader.newBuilder()
                .setInstance(instance)
                .setModality(text(data, Tags.MODALITY))
                .setFrameOfReferenceUid(text(data, Tags.FRAME_OF_REFERENCE_UID))
                .build();
    }

    private static Optional<SlicePlane> plane(DataSet data) {
        var position = data.find(Tags.IMAGE_POSITION_PATIENT);
        var orientation = data.find(Tags.IMAGE_ORIENTATION_PATIENT);
        var spacing = data.find(Tags.PIXEL_SPACING);
        if (position.isEmpty() || orientation.isEmpty() || spacing.isEmpty()) {
            return Optional.empty();
        }
        var directions = orientation.get().numbers(6);
        var distances = spacing.get().numbers(2);
        return Optional.of(SlicePlane.newBuilder()
                .setPosition(vector(position.get().numbers(3), 0))
                .setRowDirection(vector(directions, 0))
                .setColumnDirection(vector(directions, 3))
                .setRowSpacing(distances[0])
                .setColumnSpacing(distances[1])
                .setRows(number(data, Tags.ROWS))
                .setColumns(number(data, Tags.COLUMNS))
                .build());
    }

    private static Vector vector(double[] numbers, int from) {
        return Vector.newBuilder()
                .setX(numbers[from])
                .setY(numbers[from + 1])
                .setZ(numbers[from + 2])
                .build();
    }

    private static int number(DataSet data, Tag tag) {
        return data.find(tag).map(Value::integer).orElse(0);
    }

    private static String text(DataSet data, Tag tag) {
        return data.find(tag).map(Value::string).orElse("");
    }

    private static InstanceHeader unreadable(Refusal refusal, String sentence) {
        return InstanceHeader.newBuilder()
                .setUnreadable(refusal.because(sentence))
                .build();
    }
}
