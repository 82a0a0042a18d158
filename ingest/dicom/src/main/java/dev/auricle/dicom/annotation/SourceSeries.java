package dev.auricle.dicom.annotation;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.SlicePlane;
import java.util.List;

/**
 * The images a segmentation was made of.
 *
 * @param geometry the stack they are
 * @param headers one for each slice, in the order of the slices; without pixels will do. Of an image
 *     of several frames, one for each frame: {@link FrameHeaders}
 */
public record SourceSeries(Geometry geometry, List<DataSet> headers) {
    public SourceSeries {
        headers = List.copyOf(headers);
        if (headers.size() != geometry.slices()) {
            throw new UnableToWriteAnnotation(headers.size() + " images for " + geometry.slices() + " slices");
        }
        for (int slice = 0; slice < headers.size(); slice++) {
            if (FrameStack.slice(SlicePlane.of(headers.get(slice)), geometry) != slice) {
                throw new UnableToWriteAnnotation("image " + slice + " does not lie on slice " + slice);
            }
        }
        var series = headers.get(0).require(Tags.SERIES_INSTANCE_UID).string();
        var study = headers.get(0).require(Tags.STUDY_INSTANCE_UID).string();
        boolean one = headers.stream()
                .allMatch(header -> header.require(Tags.SERIES_INSTANCE_UID)
                                .string()
                                .equals(series)
                        && header.require(Tags.STUDY_INSTANCE_UID).string().equals(study));
        if (!one) {
            throw new UnableToWriteAnnotation("the images are of more than one series");
        }
    }

    /** The header that stands for what all have in common. */
    DataSet first() {
        return headers.get(0);
    }
}
