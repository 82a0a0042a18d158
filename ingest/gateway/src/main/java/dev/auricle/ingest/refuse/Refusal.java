package dev.auricle.ingest.refuse;

import dev.auricle.schemas.record.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * Everything that something can be refused for, in the order in which it is looked at. The names are stable: sites count by
 * them.
 */
public enum Refusal {
    UNREADABLE(Stage.RECEIVED, "the data set cannot be read"),
    BAD_VALUE(Stage.RECEIVED, "a value of the header cannot be read"),
    CONFLICT(Stage.RECEIVED, "the same SOP Instance UID came with other bytes; the first stays"),
    INSTANCE_IN_TWO_SERIES(
            Stage.RECEIVED, "the same SOP Instance UID came in another series of the study; the first stays"),

    SERIES_IN_TWO_STUDIES(Stage.ASSEMBLED, "the same Series Instance UID came in another study; the first stays"),
    INSTANCE_IN_TWO_STUDIES(
            Stage.ASSEMBLED, "SOP Instance UIDs of its instances came in another study; the first stay"),

    MIXED_SERIES(
            Stage.HEADERS,
            "instances differ in SOP class, modality, frame of reference or image type, or at one place in echo, time or acquisition"),
    MODALITY_NOT_IN_PLAN(Stage.HEADERS, "`preprocessing.modalities` does not have it"),
    NO_PIXELS(Stage.HEADERS, "instances have no pixels"),
    UNSUPPORTED_SYNTAX(Stage.HEADERS, "pixels are in a transfer syntax that is not decoded"),
    SEVERAL_STACKS(Stage.HEADERS, "the frames of an instance are several stacks, in space, time or another dimension"),
    NO_GEOMETRY(Stage.HEADERS, "instances lack position, orientation or pixel spacing"),
    BAD_GEOMETRY(Stage.HEADERS, "directions or spacings make no sense"),

    TOO_FEW_SLICES(Stage.STACK, "one slice alone is no volume"),
    MIXED_ORIENTATION(Stage.STACK, "slices are turned against each other"),
    FLIPPED_SLICES(Stage.STACK, "slices are mirrored against each other"),
    MIXED_SIZE(Stage.STACK, "slices differ in rows or columns"),
    MIXED_SPACING(Stage.STACK, "slices differ in pixel spacing"),
    DUPLICATE_POSITION(Stage.STACK, "several slices lie in one place"),
    MISSING_SLICES(Stage.STACK, "neighbours are further apart, or less far, than most are"),
    SHEARED(Stage.STACK, "slices do not lie behind each other"),
    UNEXPECTED_ORDER(Stage.STACK, "instance numbers do not run along the stack as `quality.sliceOrder` wants it"),
    PIXEL_SPACING_OUT_OF_RANGE(Stage.STACK, "pixels are finer or coarser than `quality` allows"),
    SLICE_SPACING_OUT_OF_RANGE(Stage.STACK, "slices are closer or further apart than `quality` allows"),

    FLIPPED_IN_STUDY(Stage.STUDY, "rows or columns run the other way than in parallel images of the study"),

    UNREADABLE_ANNOTATION(Stage.ANNOTATION, "the annotation cannot be read"),
    NO_REGIONS(Stage.ANNOTATION, "a report, presentation state or document that outlines nothing; all is well with it"),
    OWN_RESULT(Stage.ANNOTATION, "a SEG of ours that the PACS sent back; nobody learns from it"),
    NO_MATCHING_SERIES(Stage.ANNOTATION, "no images came that it was drawn on, within `annotationWait`"),
    EMPTY_LABEL(Stage.LABEL, "a class is named and nothing is drawn; `quality.emptyLabels` allows it"),
    LABEL_VOLUME_OUT_OF_RANGE(Stage.LABEL, "less or more of a class is drawn than `quality.labelVolumes` allows"),

    TOO_LARGE(Stage.PIXELS, "more voxels than `ingest.prepare.mostMegavoxels`"),
    NOT_IN_LOG(Stage.PIXELS, "an image has left the log"),
    UNREADABLE_PIXELS(Stage.PIXELS, "an image cannot be decoded"),
    MISSING_ATTRIBUTE(Stage.PIXELS, "an image lacks a type 1 attribute that preparing relies on"),
    FUTURE_DATE(Stage.PIXELS, "an image's dates lie in the future, by the gateway's clock"),
    BURNED_IN(Stage.PIXELS, "pixels may have text burned in, and no rule of `ingest.deidentify.masks` covers it"),
    CONSTANT_IMAGE(Stage.PIXELS, "all pixels are alike"),
    LABEL_OUTSIDE_IMAGE(
            Stage.PREPARED, "more of the label than `quality.mostLabelOutside` lies outside what is prepared"),
    UNKNOWN_SITE(Stage.PREPARED, "the gateway's configuration does not name the site");

    private final Stage stage;
    private final String meaning;

    Refusal(Stage stage, String meaning) {
        this.stage = stage;
        this.meaning = meaning;
    }

    /** How far what it refuses has come. */
    public Stage stage() {
        return stage;
    }

    /** When it refuses, in words that are the same for everybody. */
    public String meaning() {
        return meaning;
    }

    /**
     * As a reason.
     *
     * @param sentence what was found, without a patient's data
     */
    public Reason because(String sentence) {
        return Reason.newBuilder().setCode(name()).setSentence(sentence).build();
    }

    /** The one that a record names. */
    public static Optional<Refusal> of(Reason reason) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.name().equals(reason.getCode()))
                .findFirst();
    }
}
