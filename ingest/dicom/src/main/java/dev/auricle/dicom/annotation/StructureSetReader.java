package dev.auricle.dicom.annotation;

import dev.auricle.dicom.annotation.Contour.Kind;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the regions of an RT Structure Set (PS3.3, A.19, C.8.8.5 and C.8.8.6). */
public final class StructureSetReader {
    private StructureSetReader() {}

    /** The regions, those without contours included, in the order in which the object lists them. */
    public static List<Region> read(DataSet object) {
        if (!object.require(Tags.SOP_CLASS_UID).string().equals(SopClass.RT_STRUCTURE_SET.uid())) {
            throw new UnableToReadAnnotation("not a structure set");
        }
        return object.items(Tags.STRUCTURE_SET_ROI_SEQUENCE).stream()
                .map(roi -> region(roi, object))
                .toList();
    }

    private static Region region(DataSet roi, DataSet object) {
        int number = roi.require(Tags.ROI_NUMBER).integer();
        var contours = object.items(Tags.ROI_CONTOUR_SEQUENCE).stream()
                .filter(item -> item.require(Tags.REFERENCED_ROI_NUMBER).integer() == number)
                .flatMap(item -> item.items(Tags.CONTOUR_SEQUENCE).stream())
                .map(StructureSetReader::contour)
                .toList();
        return new Region(
                number,
                roi.find(Tags.ROI_NAME).map(Value::string).orElse(""),
                roi.find(Tags.REFERENCED_FRAME_OF_REFERENCE_UID)
                        .map(Value::string)
                        .orElse(""),
                contours);
    }

    private static Contour contour(DataSet item) {
        var type = item.find(Tags.CONTOUR_GEOMETRIC_TYPE).map(Value::string).orElse("");
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(type))
                .findFirst()
                .orElse(Kind.OTHER);
        var numbers = item.find(Tags.CONTOUR_DATA).map(Value::numbers).orElseGet(() -> new double[0]);
        if (numbers.length % 3 != 0) {
            throw new UnableToReadAnnotation("a contour of " + numbers.length + " numbers, not of triplets");
        }
        var points = new ArrayList<Vector>();
        for (int i = 0; i < numbers.length; i += 3) {
            points.add(new Vector(numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        return new Contour(kind, points);
    }
}
