package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An image, as other objects refer to it (Image SOP Instance Reference Macro, PS3.3, table 10-3).
 *
 * @param frame counted from 1; 1 for an image of one frame
 */
public record ImageReference(String sopInstanceUid, int frame) {
    /** The only frame of an image. */
    public ImageReference(String sopInstanceUid) {
        this(sopInstanceUid, 1);
    }

    /** Every frame of an image. */
    public static List<ImageReference> framesOf(DataSet image) {
        var uid = image.require(Tags.SOP_INSTANCE_UID).string();
        int frames = image.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1);
        return IntStream.rangeClosed(1, frames)
                .mapToObj(frame -> new ImageReference(uid, frame))
                .toList();
    }

    /** What an item refers to: one image, or frames of one. */
    public static List<ImageReference> of(DataSet item) {
        var uid = item.require(Tags.REFERENCED_SOP_INSTANCE_UID).string();
        return item.find(Tags.REFERENCED_FRAME_NUMBER)
                .map(Value::integers)
                .map(frames -> Arrays.stream(frames)
                        .mapToObj(frame -> new ImageReference(uid, frame))
                        .toList())
                .orElseGet(() -> List.of(new ImageReference(uid)));
    }
}
