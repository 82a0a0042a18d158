package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.dicom.annotation.Outline;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.SegmentReference;
import dev.auricle.dicom.annotation.ShapeKind;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A measurement group of TID 1410 (planar) or 1411 (volumetric): what it was measured on, and what that is. */
final class MeasurementGroup {
    private static final String VOLUMETRIC = "1411";

    private MeasurementGroup() {}

    /** The region that the group is about, if it outlines one or refers to a segment. */
    static Optional<OutlinedRegion> region(ContentItem group, Annotator author) {
        var outlines = outlines(group);
        var segments = segments(group);
        return outlines.isEmpty() && segments.isEmpty()
                ? Optional.empty()
                : Optional.of(new OutlinedRegion(
                        naming(group),
                        Observer.algorithm(group).or(Observer.of(group)).or(author),
                        reach(group, outlines),
                        outlines,
                        segments));
    }

    /** The group's own coordinates or, where it has none, those of its measurements. */
    private static List<Outline> outlines(ContentItem group) {
        var own = outlines(group.children().stream());
        return own.isEmpty() ? outlines(group.all()) : own;
    }

    private static List<Outline> outlines(Stream<ContentItem> items) {
        return items.map(SpatialCoordinates::outline).flatMap(Optional::stream).toList();
    }

    private static List<SegmentReference> segments(ContentItem group) {
        return group.children(ValueType.IMAGE)
                .flatMap(image -> image.values().items(Tags.REFERENCED_SOP_SEQUENCE).stream())
                .flatMap(MeasurementGroup::segments)
                .toList();
    }

    private static Stream<SegmentReference> segments(DataSet reference) {
        var uid = reference.require(Tags.REFERENCED_SOP_INSTANCE_UID).string();
        return reference.find(Tags.REFERENCED_SEGMENT_NUMBER).map(Value::integers).stream()
                .flatMapToInt(Arrays::stream)
                .mapToObj(segment -> new SegmentReference(uid, segment));
    }

    /** The finding; where it was found only if nothing says what. */
    private static Naming naming(ContentItem group) {
        var findings = codes(group, Concepts.FINDING);
        var codes = findings.isEmpty()
                ? Stream.concat(
                                codes(group, Concepts.FINDING_SITE).stream(),
                                codes(group, Concepts.FINDING_SITE_BEFORE_SCT).stream())
                        .toList()
                : findings;
        var words = group.children(Concepts.TRACKING_IDENTIFIER)
                .map(ContentItem::text)
                .flatMap(Optional::stream);
        return new Naming(
                codes, Stream.concat(words, codes.stream().map(Code::meaning)).toList());
    }

    private static List<Code> codes(ContentItem group, Code concept) {
        return group.children(concept)
                .map(ContentItem::code)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Reach reach(ContentItem group, List<Outline> outlines) {
        boolean volumetric = group.values().items(Tags.CONTENT_TEMPLATE_SEQUENCE).stream()
                .map(template -> template.find(Tags.TEMPLATE_IDENTIFIER))
                .flatMap(Optional::stream)
                .anyMatch(identifier -> identifier.string().equals(VOLUMETRIC));
        boolean solid = group.children(Concepts.VOLUME_SURFACE).findAny().isPresent()
                || outlines.isEmpty()
                || outlines.stream().anyMatch(outline -> outline.shape().kind() == ShapeKind.ELLIPSOID);
        return volumetric || solid ? Reach.STACK : Reach.SLICES;
    }
}
