package dev.auricle.dicom.presentation;

import dev.auricle.dicom.annotation.Annotator;
import dev.auricle.dicom.annotation.Graphic;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.Naming;
import dev.auricle.dicom.annotation.Outline;
import dev.auricle.dicom.annotation.OutlinedRegion;
import dev.auricle.dicom.annotation.OutlinedRegion.Reach;
import dev.auricle.dicom.annotation.Shape;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An item of the Graphic Annotation Sequence: graphics and texts of one layer, on some images.
 *
 * @param state whose item it is
 */
record GraphicAnnotation(DataSet state, DataSet item, List<ImageReference> images) {
    /** One for each graphic that bounds something, all by the same name. */
    List<OutlinedRegion> regions(Annotator annotator) {
        var naming = new Naming(List.of(), labels());
        return Stream.concat(compounds().flatMap(Optional::stream), simple().flatMap(Optional::stream))
                .map(shape -> new Outline.OnImages(images, shape))
                .map(outline -> new OutlinedRegion(naming, annotator, Reach.SLICES, List.of(outline), List.of()))
                .toList();
    }

    private Stream<Optional<Shape>> compounds() {
        return item.items(Tags.COMPOUND_GRAPHIC_SEQUENCE).stream()
                .map(graphic -> CompoundGraphic.shape(graphic, toPixels(graphic, Tags.COMPOUND_GRAPHIC_UNITS)));
    }

    /** The graphics that are not there for those who do not know the compound ones. */
    private Stream<Optional<Shape>> simple() {
        var drawn = ids(item.items(Tags.COMPOUND_GRAPHIC_SEQUENCE));
        return item.items(Tags.GRAPHIC_OBJECT_SEQUENCE).stream()
                .filter(graphic -> ids(List.of(graphic)).stream().noneMatch(drawn::contains))
                .map(this::shape);
    }

    private static Set<Integer> ids(List<DataSet> graphics) {
        return graphics.stream()
                .map(graphic -> graphic.find(Tags.COMPOUND_GRAPHIC_INSTANCE_ID))
                .flatMap(Optional::stream)
                .map(Value::integer)
                .collect(Collectors.toSet());
    }

    private Optional<Shape> shape(DataSet item) {
        var graphic = Graphic.of(item, 2);
        boolean filled = item.find(Tags.GRAPHIC_FILLED)
                .map(Value::string)
                .filter("Y"::equals)
                .isPresent();
        // What bounds nothing need not be placed.
        return (filled ? graphic.region() : graphic.shape())
                .map(shape -> shape.mapped(toPixels(item, Tags.GRAPHIC_ANNOTATION_UNITS)));
    }

    private UnaryOperator<Vector> toPixels(DataSet graphic, Tag units) {
        return switch (graphic.require(units).string()) {
            case "PIXEL" -> UnaryOperator.identity();
            case "DISPLAY" -> DisplayedArea.of(state, images)::pixels;
            default -> throw new UnableToReadAnnotation("graphics in units that are neither PIXEL nor DISPLAY");
        };
    }

    /** The texts beside the graphics, and what their layer is called and described as. */
    private List<String> labels() {
        var layer = item.find(Tags.GRAPHIC_LAYER).map(Value::string);
        var texts = item.items(Tags.TEXT_OBJECT_SEQUENCE).stream()
                .map(text -> text.find(Tags.UNFORMATTED_TEXT_VALUE).map(Value::string));
        var description = state.items(Tags.GRAPHIC_LAYER_SEQUENCE).stream()
                .filter(candidate ->
                        candidate.find(Tags.GRAPHIC_LAYER).map(Value::string).equals(layer))
                .map(candidate -> candidate.find(Tags.GRAPHIC_LAYER_DESCRIPTION).map(Value::string));
        return Stream.of(texts, Stream.of(layer), description)
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .toList();
    }
}
