package dev.auricle.deploy.perform;

import dev.auricle.deploy.supply.Instance;
import dev.auricle.deploy.supply.Study;
import dev.auricle.deploy.supply.UnableToSupply;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.annotation.StructureSetReader;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.schemas.plan.Code;
import dev.auricle.schemas.plan.SegmentClass;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one thing that most studies have outlined. */
final class CommonClass {
    /** For outlines that say what they are in words only. */
    private static final Code TISSUE = new Code("85756007", "SCT", "Tissue");

    private CommonClass() {}

    /** Something that was outlined: its label and what it was coded as. */
    private record Outlined(String label, Code category, Code type) {}

    static SegmentClass of(List<Study> studies) {
        var counts = studies.stream()
                .flatMap(study -> study.annotations().stream())
                .flatMap(CommonClass::outlined)
                .collect(Collectors.groupingBy(outlined -> outlined, Collectors.counting()));
        var commonest = counts.entrySet().stream()
                .max(Map.Entry.<Outlined, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(Outlined::label))))
                .orElseThrow(() -> new UnableToSupply("no study has a SEG or an RTSTRUCT that can be read"))
                .getKey();
        return new SegmentClass(
                commonest.label(), commonest.category(), commonest.type(), List.of(Pattern.quote(commonest.label())));
    }

    private static Stream<Outlined> outlined(Instance annotation) {
        try {
            var object = annotation.read().dataSet();
            return object.require(Tags.SOP_CLASS_UID).string().equals(SopClass.SEGMENTATION.uid())
                    ? segments(object)
                    : StructureSetReader.read(object).stream()
                            .filter(region -> !region.contours().isEmpty()
                                    && !region.name().isBlank())
                            .map(region -> new Outlined(region.name(), TISSUE, TISSUE));
        } catch (DicomException unreadable) {
            return Stream.empty();
        }
    }

    private static Stream<Outlined> segments(DataSet object) {
        return SegmentationReader.read(object).segments().values().stream()
                .map(segment -> new Outlined(
                        segment.label(),
                        code(segment.concept().category()),
                        code(segment.concept().type())));
    }

    private static Code code(dev.auricle.dicom.annotation.Code code) {
        return new Code(code.value(), code.scheme(), code.meaning());
    }
}
