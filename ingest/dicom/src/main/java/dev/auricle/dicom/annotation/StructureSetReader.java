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
        var observations = of(number, object.items(Tags.RT_ROI_OBSERVATIONS_SEQUENCE));
        var contours = of(number, object.items(Tags.ROI_CONTOUR_SEQUENCE)).stream()
                .flatMap(item -> item.items(Tags.CONTOUR_SEQUENCE).stream())
                .map(StructureSetReader::contour)
                .toList();
        return new Region(
                number,
                naming(roi, observations),
                annotator(roi, observations, object),
                roi.find(Tags.REFERENCED_FRAME_OF_REFERENCE_UID)
                        .map(Value::string)
                        .orElse(""),
                contours);
    }

    /** The items that refer to the region. */
    private static List<DataSet> of(int number, List<DataSet> items) {
        return items.stream()
                .filter(item -> item.require(Tags.REFERENCED_ROI_NUMBER).integer() == number)
                .toList();
    }

    private static Naming naming(DataSet roi, List<DataSet> observations) {
        return new Naming(
                observations.stream()
                        .flatMap(observation -> observation.items(Tags.RT_ROI_IDENTIFICATION_CODE_SEQUENCE).stream())
                        .map(Code::of)
                        .toList(),
                roi.find(Tags.ROI_NAME).map(Value::string).stream().toList());
    }

    /** The equipment for what it drew by itself, else the interpreter, the operator, the reviewer. */
    private static Annotator annotator(DataSet roi, List<DataSet> observations, DataSet object) {
        var algorithm =
                roi.find(Tags.ROI_GENERATION_ALGORITHM).map(Value::string).orElse("");
        if (algorithm.equals("AUTOMATIC")) {
            return Annotator.equipment(object);
        }
        return observations.stream()
                .map(observation -> Annotator.named(observation, Tags.ROI_INTERPRETER))
                .reduce(Annotator.UNKNOWN, Annotator::or)
                .or(Annotator.named(object, Tags.OPERATORS_NAME, Tags.REVIEWER_NAME));
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
