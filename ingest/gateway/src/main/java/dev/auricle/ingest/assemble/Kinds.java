package dev.auricle.ingest.assemble;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.schemas.record.InstanceHeader;
import dev.auricle.schemas.record.InstanceKind;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesState;
import java.util.List;

/** Reads by what instances of one series must not differ. A value that cannot be read is as none: nobody needs it else. */
final class Kinds {
    private Kinds() {}

    static InstanceKind of(DataSet image) {
        return InstanceKind.newBuilder()
                .addAllImageType(texts(image, Tags.IMAGE_TYPE))
                .setEchoNumbers(text(image, Tags.ECHO_NUMBERS))
                .setTemporalPositionIdentifier(text(image, Tags.TEMPORAL_POSITION_IDENTIFIER))
                .setTriggerTime(text(image, Tags.TRIGGER_TIME))
                .setAcquisitionNumber(text(image, Tags.ACQUISITION_NUMBER))
                .build();
    }

    /** The instance of a header, with what it has otherwise than its series. */
    static SeriesInstance.Builder beside(SeriesState series, InstanceHeader header) {
        var instance = header.getInstance().toBuilder();
        if (!header.getModality().equals(series.getModality())) {
            instance.getKindBuilder().setModality(header.getModality());
        }
        if (!header.getFrameOfReferenceUid().equals(series.getFrameOfReferenceUid())) {
            instance.getKindBuilder().setFrameOfReferenceUid(header.getFrameOfReferenceUid());
        }
        return instance;
    }

    private static String text(DataSet image, Tag tag) {
        return String.join("\\", texts(image, tag));
    }

    private static List<String> texts(DataSet image, Tag tag) {
        try {
            return image.find(tag).map(value -> value.strings()).orElse(List.of());
        } catch (UnableToReadValue unreadable) {
            return List.of();
        }
    }
}
