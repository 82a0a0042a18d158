package dev.auricle.dicom.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.Outline;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.Shape.Circle;
import dev.auricle.dicom.annotation.Shape.Ellipse;
import dev.auricle.dicom.annotation.Shape.Polygon;
import dev.auricle.dicom.annotation.ShapeKind;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PresentationStateReaderTest {
    private static final List<DataSet> IMAGES = List.of(image("1.2.3.4.1"), image("1.2.3.4.2"));

    @Test
    void a_circle_has_its_text_its_layer_and_its_creator_and_is_on_all_images() {
        // When
        var region = only(PresentationStates.annotation(
                        "Left atrium", PresentationStates.graphic("CIRCLE", "PIXEL", 20, 30, 25.5, 30))
                .build());
        // Then
        assertThat(region.naming().labels()).containsExactly("Left atrium", "ROI", "regions of interest");
        assertThat(region.annotator()).isEqualTo(Annotator.person("Doe^Jane"));
        assertThat(region.reach()).isEqualTo(OutlinedRegion.Reach.SLICES);
        assertThat(region.outlines())
                .containsExactly(new Outline.OnImages(
                        List.of(new ImageReference("1.2.3.4.1"), new ImageReference("1.2.3.4.2")),
                        new Circle(new Vector(20, 30, 0), new Vector(25.5, 30, 0))));
    }

    @Test
    void graphics_that_name_an_image_are_on_that_one_only() {
        // When
        var region = only(
                PresentationStates.annotation("LA", PresentationStates.graphic("CIRCLE", "PIXEL", 20, 30, 25.5, 30))
                        .items(Tags.REFERENCED_IMAGE_SEQUENCE, IMAGES.get(1))
                        .build());
        // Then
        assertThat(((Outline.OnImages) region.outlines().get(0)).images())
                .containsExactly(new ImageReference("1.2.3.4.2"));
    }

    @Test
    void each_graphic_that_bounds_something_is_a_region_and_points_and_open_lines_are_none() {
        // When
        var regions = read(PresentationStates.annotation(
                        "LA",
                        PresentationStates.graphic("POINT", "PIXEL", 1, 1),
                        PresentationStates.graphic("POLYLINE", "PIXEL", 1, 1, 9, 1, 9, 9),
                        PresentationStates.graphic("POLYLINE", "PIXEL", 1, 1, 9, 1, 5, 9, 1, 1),
                        PresentationStates.graphic("ELLIPSE", "PIXEL", 10, 20, 30, 20, 20, 15, 20, 25))
                .build());
        // Then
        assertThat(regions)
                .extracting(region -> region.outlines().get(0).shape())
                .containsExactly(
                        new Polygon(List.of(new Vector(1, 1, 0), new Vector(9, 1, 0), new Vector(5, 9, 0))),
                        new Ellipse(new Vector(20, 20, 0), new Vector(10, 0, 0), new Vector(0, 5, 0)));
    }

    @Test
    void an_open_line_that_is_filled_is_closed() {
        // Given
        var filled = PresentationStates.graphic("POLYLINE", "PIXEL", 1, 1, 9, 1, 5, 9).toBuilder()
                .set(Tags.GRAPHIC_FILLED, "Y")
                .build();
        // Then
        assertThat(shape(PresentationStates.annotation("LA", filled).build()).kind())
                .isEqualTo(ShapeKind.POLYGON);
    }

    @Test
    void an_interpolated_line_passes_through_its_points_and_counts_as_drawn_by_them() {
        // When
        var shape = (Polygon) shape(PresentationStates.annotation(
                        "LA", PresentationStates.graphic("INTERPOLATED", "PIXEL", 10, 0, 20, 10, 10, 20, 0, 10, 10, 0))
                .build());
        // Then
        assertThat(shape.points()).isEqualTo(4);
        assertThat(shape.corners())
                .hasSize(32)
                .contains(new Vector(10, 0, 0), new Vector(20, 10, 0), new Vector(10, 20, 0), new Vector(0, 10, 0));
        assertThat(shape.corners())
                .allSatisfy(corner ->
                        assertThat(Math.hypot(corner.x() - 10, corner.y() - 10)).isBetween(8.8, 10.5));
    }

    @Test
    void fractions_of_the_displayed_area_are_resolved_to_pixels() {
        // Given: columns 11 to 60, rows 21 to 80
        var square = PresentationStates.graphic("POLYLINE", "DISPLAY", 0, 0, 1, 0, 1, 0.5, 0, 0.5, 0, 0);
        // Then
        assertThat(((Polygon) shape(PresentationStates.annotation("LA", square).build())).corners())
                .containsExactly(
                        new Vector(10, 20, 0), new Vector(60, 20, 0), new Vector(60, 50, 0), new Vector(10, 50, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned", "flipped", "nowhere", "in two places"})
    void fractions_of_an_area_that_is_not_one_and_upright_are_refused_unless_they_bound_nothing(String how) {
        // Given
        var square = PresentationStates.graphic("CIRCLE", "DISPLAY", 0.5, 0.5, 1, 0.5);
        var line = PresentationStates.graphic("POLYLINE", "DISPLAY", 0.5, 0.5, 1, 0.5);
        // Then
        assertThatThrownBy(() -> PresentationStateReader.read(shown(how, square)))
                .isInstanceOf(UnableToReadAnnotation.class);
        assertThat(PresentationStateReader.read(shown(how, line))).isEmpty();
    }

    private static DataSet shown(String how, DataSet graphic) {
        var state = PresentationStates.state(
                IMAGES, PresentationStates.annotation("LA", graphic).build());
        var area = state.requireItem(Tags.DISPLAYED_AREA_SELECTION_SEQUENCE);
        return switch (how) {
            case "turned" -> state.toBuilder().set(Tags.IMAGE_ROTATION, 90).build();
            case "flipped" ->
                state.toBuilder().set(Tags.IMAGE_HORIZONTAL_FLIP, "Y").build();
            case "nowhere" -> state.without(Tags.DISPLAYED_AREA_SELECTION_SEQUENCE);
            default ->
                state.toBuilder()
                        .items(
                                Tags.DISPLAYED_AREA_SELECTION_SEQUENCE,
                                area.toBuilder()
                                        .items(Tags.REFERENCED_IMAGE_SEQUENCE, IMAGES.get(0))
                                        .build(),
                                area.toBuilder()
                                        .items(Tags.REFERENCED_IMAGE_SEQUENCE, IMAGES.get(1))
                                        .set(Tags.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 1, 1)
                                        .build())
                        .build();
        };
    }

    @Test
    void a_compound_rectangle_stands_for_the_simple_graphic_of_its_number() {
        // Given
        var simple = PresentationStates.graphic("POLYLINE", "PIXEL", 10, 10, 30, 10, 30, 20, 10, 20, 10, 10).toBuilder()
                .set(Tags.COMPOUND_GRAPHIC_INSTANCE_ID, 5)
                .build();
        var compound =
                PresentationStates.compound("RECTANGLE", 5, 10, 10, 30, 20).build();
        // When
        var regions = read(PresentationStates.annotation("LA", simple)
                .items(Tags.COMPOUND_GRAPHIC_SEQUENCE, compound)
                .build());
        // Then
        assertThat(regions).hasSize(1);
        assertThat(regions.get(0).outlines().get(0).shape())
                .isEqualTo(new Polygon(List.of(
                        new Vector(10, 10, 0), new Vector(30, 10, 0), new Vector(30, 20, 0), new Vector(10, 20, 0))))
                .extracting(Shape::kind)
                .isEqualTo(ShapeKind.BOX);
    }

    @Test
    void a_compound_ellipse_fills_its_box_and_is_turned_with_it() {
        // Given
        var upright = PresentationStates.compound("ELLIPSE", 6, 10, 10, 30, 20);
        var turned = PresentationStates.compound("ELLIPSE", 6, 10, 10, 30, 20)
                .set(Tags.ROTATION_ANGLE, 90.0)
                .set(Tags.ROTATION_POINT, 20, 15);
        // When
        var ellipse = (Ellipse) compound(upright.build());
        var across = (Ellipse) compound(turned.build());
        // Then
        assertThat(ellipse).isEqualTo(new Ellipse(new Vector(20, 15, 0), new Vector(10, 0, 0), new Vector(0, 5, 0)));
        assertThat(across.centre()).isEqualTo(new Vector(20, 15, 0));
        assertThat(across.first().minus(new Vector(0, -10, 0)).length()).isLessThan(1e-9);
    }

    @Test
    void compound_lines_bound_nothing_and_boxes_of_other_points_are_refused() {
        var ruler = PresentationStates.compound("RULER", 7, 10, 10, 30, 20).build();
        var crooked = PresentationStates.compound("RECTANGLE", 7, 10, 10, 30, 20, 40, 40)
                .build();
        assertThat(read(PresentationStates.annotation("LA")
                        .items(Tags.COMPOUND_GRAPHIC_SEQUENCE, ruler)
                        .build()))
                .isEmpty();
        assertThatThrownBy(() -> compound(crooked)).isInstanceOf(UnableToReadAnnotation.class);
    }

    @Test
    void a_state_that_only_says_how_to_show_images_outlines_nothing_and_an_image_is_refused() {
        // Given
        var plain = PresentationStates.state(IMAGES).without(Tags.GRAPHIC_ANNOTATION_SEQUENCE);
        // Then
        assertThat(PresentationStateReader.read(plain)).isEmpty();
        assertThatThrownBy(() -> PresentationStateReader.read(DataSet.builder()
                        .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                        .build()))
                .isInstanceOf(UnableToReadAnnotation.class);
        assertThatThrownBy(() -> PresentationStateReader.read(DataSet.EMPTY)).isInstanceOf(NoSuchAttribute.class);
    }

    @Test
    void other_units_than_pixels_and_fractions_of_the_display_are_refused() {
        assertThatThrownBy(() -> read(PresentationStates.annotation(
                                "LA", PresentationStates.graphic("CIRCLE", "MATRIX", 20, 30, 25.5, 30))
                        .build()))
                .isInstanceOf(UnableToReadAnnotation.class);
    }

    private static Shape compound(DataSet graphic) {
        return shape(PresentationStates.annotation("LA")
                .items(Tags.COMPOUND_GRAPHIC_SEQUENCE, graphic)
                .build());
    }

    private static Shape shape(DataSet annotation) {
        return only(annotation).outlines().get(0).shape();
    }

    private static OutlinedRegion only(DataSet annotation) {
        var regions = read(annotation);
        assertThat(regions).hasSize(1);
        return regions.get(0);
    }

    private static List<OutlinedRegion> read(DataSet annotation) {
        return PresentationStateReader.read(PresentationStates.state(IMAGES, annotation));
    }

    private static DataSet image(String uid) {
        return DataSet.builder()
                .set(Tags.REFERENCED_SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.REFERENCED_SOP_INSTANCE_UID, uid)
                .build();
    }
}
