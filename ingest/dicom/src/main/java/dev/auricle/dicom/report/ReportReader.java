package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the regions that a structured report outlines: those of measurement groups (PS3.16, TID 1410 and 1411), which
 * say what they are of, and other coordinates (SCOORD, SCOORD3D) by what they stand below.
 */
public final class ReportReader {
    /** The SOP classes whose content may have coordinates. */
    public static final Set<String> SOP_CLASSES = Set.of(
            SopClass.ENHANCED_SR.uid(),
            SopClass.COMPREHENSIVE_SR.uid(),
            SopClass.COMPREHENSIVE_3D_SR.uid(),
            SopClass.EXTENSIBLE_SR.uid());

    private final Annotator author;
    private final List<OutlinedRegion> regions = new ArrayList<>();

    private ReportReader(Annotator author) {
        this.author = author;
    }

    /** The regions in the order of the report; none in a report that outlines nothing. */
    public static List<OutlinedRegion> read(DataSet report) {
        if (!SOP_CLASSES.contains(report.require(Tags.SOP_CLASS_UID).string())) {
            throw new UnableToReadAnnotation("not a structured report with coordinates");
        }
        var root = ContentTree.read(report);
        var reader = new ReportReader(Observer.of(report, root));
        reader.gather(root);
        return List.copyOf(reader.regions);
    }

    private void gather(ContentItem item) {
        if (item.isAbout(Concepts.MEASUREMENT_GROUP)) {
            MeasurementGroup.region(item, author).ifPresent(regions::add);
        } else {
            region(item).ifPresent(regions::add);
            item.children().forEach(this::gather);
        }
    }

    /** What coordinates directly below an item outline; the item's value says what it is, else its name. */
    private Optional<OutlinedRegion> region(ContentItem item) {
        var outlines = item.children().stream()
                .map(SpatialCoordinates::outline)
                .flatMap(Optional::stream)
                .toList();
        return outlines.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutlinedRegion(naming(item), author, Reach.SLICES, outlines, List.of()));
    }

    private static Naming naming(ContentItem item) {
        var code = item.code().orElse(item.name());
        var labels = new ArrayList<>(List.of(code.meaning()));
        item.text().ifPresent(labels::add);
        return new Naming(List.of(new Code(code.value(), code.scheme(), code.meaning())), labels);
    }
}
