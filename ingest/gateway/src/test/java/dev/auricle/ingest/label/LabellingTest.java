package dev.auricle.ingest.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.ShapeKind;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import dev.auricle.ingest.TestOutlines;
import dev.auricle.ingest.TestStudy;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What several annotations of a stack of six slices come to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LabellingTest {
    private static final Code WALL = new Code("1000", "99T", "Wall");
    private static final int SLICE = 256;

    private final TestStudy study = new TestStudy("1.2.3");
    private final TestOutlines outlines = new TestOutlines(study, "1.2.3.5");
    private final Plan plan = plan("");

    @Test
    void a_circle_of_a_report_is_weak_and_speaks_for_its_slice_alone() {
        // When
        var labelling = label(atrium(outlines.region(1, "CIRCLE", 8, 8, 12, 8))).orElseThrow();
        // Then
        assertThat(count(labelling, 1)).isBetween(45, 55);
        assertThat(labelling.sources())
                .containsExactly(Map.entry(
                        1,
                        Set.of(source(
                                1,
                                Strength.WEAK,
                                new Shape.Circle(new Vector(7.5, 7.5, 1), new Vector(11.5, 7.5, 1))))));
        assertThat(labelling.newest().modality()).isEqualTo("SR");
    }

    @Test
    void graphics_are_of_the_class_that_their_text_names() {
        assertThat(label(outlines.state(4, "LA", "ELLIPSE", 4, 8, 12, 8, 8, 5, 8, 11))
                        .orElseThrow()
                        .sources())
                .containsExactly(Map.entry(
                        4,
                        Set.of(source(
                                1,
                                Strength.WEAK,
                                new Shape.Ellipse(
                                        new Vector(7.5, 7.5, 4), new Vector(4, 0, 0), new Vector(0, 3, 0))))));
        assertThat(label(outlines.state(4, "something", "CIRCLE", 8, 8, 12, 8))).isEmpty();
    }

    @Test
    void a_polygon_is_weak_if_it_has_few_points_and_a_box_if_it_is_one() {
        // Given
        var triangle = atrium(outlines.region(1, "POLYLINE", 2, 2, 12, 2, 7, 12, 2, 2));
        var box = atrium(outlines.region(1, "POLYLINE", 2, 2, 12, 2, 12, 12, 2, 12, 2, 2));
        var fine = atrium(outlines.region(1, "POLYLINE", round(20)));
        // Then
        assertThat(origins(label(triangle))).containsExactly(origin(Strength.WEAK, ShapeKind.POLYGON));
        assertThat(origins(label(box))).containsExactly(origin(Strength.WEAK, ShapeKind.BOX));
        assertThat(origins(label(fine))).containsExactly(origin(Strength.STRONG, ShapeKind.POLYGON));
    }

    @Test
    void which_shapes_are_weak_is_the_plans_rule() {
        // Given
        var strict = plan("annotations: {weakShapes: [ellipse], fewPoints: 4}");
        var circle = atrium(outlines.region(1, "CIRCLE", 8, 8, 12, 8));
        // Then
        assertThat(origins(label(strict, circle))).containsExactly(origin(Strength.STRONG, ShapeKind.CIRCLE));
    }

    @Test
    void what_is_strong_wins_on_the_slices_that_it_is_on_whichever_came_first() {
        // Given: the block of the segmentation is on slices 2 and 3
        var segmentation = study.segmentation("anything", "1.2.3.2");
        var weak = Stream.of(2, 4)
                .map(slice -> outlines.region(slice, "CIRCLE", 8, 8, 14, 8))
                .toArray(DataSet[]::new);
        // When
        var weakLast = label(segmentation, atrium(weak)).orElseThrow();
        var weakFirst = label(atrium(weak), segmentation).orElseThrow();
        // Then
        for (var labelling : List.of(weakLast, weakFirst)) {
            assertThat(count(labelling, 2)).isEqualTo(42);
            assertThat(count(labelling, 4)).isGreaterThan(100);
            assertThat(labelling.sources().keySet()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
            assertThat(labelling.sources().get(2))
                    .extracting(source -> source.origin().strength())
                    .containsExactly(Strength.STRONG);
            assertThat(labelling.sources().get(4))
                    .containsExactly(source(
                            1, Strength.WEAK, new Shape.Circle(new Vector(7.5, 7.5, 4), new Vector(13.5, 7.5, 4))));
            assertThat(labelling.sources().get(5)).isEmpty();
        }
    }

    @Test
    void newer_slices_replace_older_ones_and_leave_the_others() {
        // Given
        var older = atrium(outlines.region(1, "CIRCLE", 8, 8, 12, 8), outlines.region(2, "CIRCLE", 8, 8, 12, 8));
        var newer = atrium(outlines.region(2, "CIRCLE", 3, 3, 4, 3));
        // When
        var labelling = label(older, newer).orElseThrow();
        // Then
        assertThat(count(labelling, 1)).isGreaterThan(40);
        assertThat(count(labelling, 2)).isLessThan(10);
    }

    @Test
    void a_newer_object_that_speaks_for_the_stack_replaces_all_of_an_older_one() {
        // Given
        var contours = study.structures("LA", "1.2.3.4", study.frameOfReference());
        var smaller = contours.toBuilder()
                .items(
                        Tags.ROI_CONTOUR_SEQUENCE,
                        contours.requireItem(Tags.ROI_CONTOUR_SEQUENCE).toBuilder()
                                .items(
                                        Tags.CONTOUR_SEQUENCE,
                                        contours.requireItem(Tags.ROI_CONTOUR_SEQUENCE)
                                                .requireItem(Tags.CONTOUR_SEQUENCE))
                                .build())
                .build();
        // When
        var labelling = label(contours, smaller).orElseThrow();
        // Then
        assertThat(count(labelling, 2)).isEqualTo(42);
        assertThat(count(labelling, 3)).isZero();
    }

    @Test
    void what_one_object_outlines_several_times_over_is_put_together() {
        var labelling = label(atrium(
                        outlines.region(1, "POLYLINE", 1, 1, 5, 1, 5, 5, 1, 5),
                        outlines.region(1, "POLYLINE", 3, 3, 7, 3, 7, 7, 3, 7)))
                .orElseThrow();
        assertThat(count(labelling, 1)).isEqualTo(16 + 16 - 4);
    }

    @Test
    void a_report_may_name_the_class_of_a_segment_that_its_own_object_does_not() {
        // Given
        var segmentation = study.segmentation("unnamed", "1.2.3.2");
        var unnamed = segmentation.toBuilder()
                .items(
                        Tags.SEGMENT_SEQUENCE,
                        segmentation
                                .requireItem(Tags.SEGMENT_SEQUENCE)
                                .without(Tags.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE))
                .build();
        var report = atrium(TestOutlines.segment("1.2.3.2.1", 1));
        // When
        var labelling = label(unnamed, report).orElseThrow();
        // Then
        assertThat(labelling.mask().labels()).isEqualTo(TestStudy.block().labels());
        assertThat(labelling.sources().get(2))
                .containsExactly(new Labelling.Source(
                        1, new Origin(Strength.STRONG, ShapeKind.MASK, Annotator.UNKNOWN), List.of()));
        assertThat(label(unnamed)).isEmpty();
        assertThat(label(report)).isEmpty();
        assertThat(label(unnamed, atrium(TestOutlines.segment("1.2.3.2.1", 9)))).isEmpty();
    }

    @Test
    void of_classes_that_overlap_the_strong_one_is_seen() {
        // Given
        var wall = outlines.report(TestOutlines.group(WALL, outlines.region(2, "CIRCLE", 7, 8, 14, 8)));
        // When
        var labelling = label(study.segmentation("anything", "1.2.3.2"), wall).orElseThrow();
        // Then
        int offset = labelling.mask().geometry().offset(2);
        assertThat(labelling.mask().labels()[offset + 8 * 16 + 7]).isEqualTo((byte) 1);
        assertThat(labelling.mask().labels()[offset + 3 * 16 + 7]).isEqualTo((byte) 2);
        assertThat(labelling.sources().get(2)).hasSize(2);
    }

    @Test
    void a_text_that_names_two_classes_names_none() {
        // Given
        var both = plan("").classes();
        // Then
        assertThat(Classes.numberOf(naming("LA"), both)).hasValue(1);
        assertThat(Classes.numberOf(naming("wall"), both)).hasValue(2);
        assertThat(Classes.numberOf(naming("LA", "wall"), both)).isEmpty();
        assertThat(Classes.numberOf(new Naming(List.of(WALL), List.of("LA")), both))
                .as("a code decides first")
                .hasValue(2);
    }

    private static Naming naming(String... labels) {
        return new Naming(List.of(), List.of(labels));
    }

    private DataSet atrium(DataSet... items) {
        return outlines.report(TestOutlines.group(TestOutlines.ATRIUM, items));
    }

    private Optional<Labelling> label(DataSet... objects) {
        return label(plan, objects);
    }

    private Optional<Labelling> label(Plan rules, DataSet... objects) {
        var drawings = Arrays.stream(objects)
                .map(object -> Drawings.of(object, rules.annotations()))
                .toList();
        var geometry = TestStudy.block().geometry();
        var images = IntStream.range(0, TestStudy.SLICES)
                .mapToObj(slice -> new ImageReference(
                        study.image(slice).require(Tags.SOP_INSTANCE_UID).string()))
                .toList();
        var canvas = Canvas.of(ImageStack.of(geometry, study.frameOfReference(), images), rules, drawings);
        return Labelling.of(canvas, drawings);
    }

    private static Set<Origin> origins(Optional<Labelling> labelling) {
        return labelling.orElseThrow().sources().getOrDefault(1, Set.of()).stream()
                .map(Labelling.Source::origin)
                .collect(Collectors.toSet());
    }

    private static Labelling.Source source(int number, Strength strength, Shape shape) {
        return new Labelling.Source(number, origin(strength, shape.kind()), List.of(shape));
    }

    private static Origin origin(Strength strength, ShapeKind shape) {
        return new Origin(strength, shape, Annotator.person("Doe^Jane"));
    }

    private static int count(Labelling labelling, int slice) {
        int count = 0;
        for (int i = SLICE * slice; i < SLICE * (slice + 1); i++) {
            count += labelling.mask().labels()[i] != 0 ? 1 : 0;
        }
        return count;
    }

    private static double[] round(int corners) {
        return IntStream.rangeClosed(0, corners)
                .mapToDouble(corner -> 2 * Math.PI * (corner % corners) / corners)
                .flatMap(angle -> DoubleStream.of(8 + 5 * Math.cos(angle), 8 + 5 * Math.sin(angle)))
                .toArray();
    }

    private static Plan plan(String annotations) {
        return Configuration.parse("""
                        federation: atrium
                        sites: [north]
                        classes:
                          - name: Left atrium
                            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                            labels: [LA]
                          - name: Wall
                            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                            type: {value: "1000", scheme: 99T, meaning: Wall}
                            labels: [wall]
                        """ + annotations, "plan.yaml", Map.of()).as(Plan.class);
    }
}
