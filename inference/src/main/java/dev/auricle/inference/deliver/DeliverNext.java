package dev.auricle.inference.deliver;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.inference.InferenceException;
import dev.auricle.inference.encode.Result;
import dev.auricle.inference.encode.SourceHeaders;
import dev.auricle.inference.follow.PartsFollower.Whole;
import dev.auricle.inference.segment.SegmentationRecords;
import dev.auricle.schemas.connect.Worker;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.UnableToReadLog;
import dev.auricle.schemas.record.DeliveryFailed;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.topic.Topics;
import java.util.List;
import java.util.Optional;

/** Delivers one segmentation after the other. */
public final class DeliverNext {
    private final Delivery delivery;
    private final SourceHeaders headers;

    /** With headers from the log. */
    public DeliverNext(Delivery delivery, SourceHeaders headers) {
        this.delivery = delivery;
        this.headers = headers;
    }

    /**
     * Delivers.
     *
     * @return what could not be delivered; empty altogether when it was told to stop before it was through
     */
    public Optional<List<DeliveryFailed>> deliver(Whole<Segmentation> whole, Worker.Stopping stopping) {
        var head = whole.parts().get(0).toBuilder().clearMaskZlib().build();
        var result = new Result(head, SegmentationRecords.join(whole.parts()));
        SourceSeries source;
        try {
            source = headers.read(head);
        } catch (UnableToReadLog | DicomException | InferenceException unreadable) {
            var sentence = "The images cannot be read: " + unreadable.getMessage() + ".";
            return Optional.of(List.of(delivery.failed(result, place(whole), sentence)));
        }
        return delivery.deliver(result, source, place(whole), stopping);
    }

    private static LogRef place(Whole<Segmentation> whole) {
        return LogRefs.of(
                Topics.SEGMENTATIONS.name(),
                whole.partition().partition(),
                whole.firstOffset(),
                whole.lastOffset(),
                ByteString.EMPTY);
    }
}
