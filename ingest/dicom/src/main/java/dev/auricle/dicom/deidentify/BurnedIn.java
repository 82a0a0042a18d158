package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Text that is burned into pixels. Nobody reads it here: an image of a kind that mostly has some is suspicious, whatever
 * it says of itself, until one of the site's mask rules matches it.
 */
record BurnedIn(List<MaskRule> masks) {
    static final String CODE = "BURNED_IN";

    private static final Set<SopClass> CAPTURES = Set.of(
            SopClass.SECONDARY_CAPTURE_IMAGE,
            SopClass.MULTI_FRAME_SINGLE_BIT_SECONDARY_CAPTURE_IMAGE,
            SopClass.MULTI_FRAME_GRAYSCALE_BYTE_SECONDARY_CAPTURE_IMAGE,
            SopClass.MULTI_FRAME_GRAYSCALE_WORD_SECONDARY_CAPTURE_IMAGE,
            SopClass.MULTI_FRAME_TRUE_COLOR_SECONDARY_CAPTURE_IMAGE);
    private static final Set<SopClass> ULTRASOUND = Set.of(
            SopClass.ULTRASOUND_IMAGE,
            SopClass.ULTRASOUND_IMAGE_RETIRED,
            SopClass.ULTRASOUND_MULTI_FRAME_IMAGE,
            SopClass.ULTRASOUND_MULTI_FRAME_IMAGE_RETIRED);
    private static final Set<String> SCREENS =
            Set.of("SCREEN SAVE", "SCREEN CAPTURE", "SCREENSHOT", "SCREENSAVE", "SCREEN_SAVE", "SCREEN_CAPTURE");
    private static final int LAST_OVERLAY = 0x601E;

    PixelVerdict examine(DataSet image, TransferSyntax syntax) {
        if (!image.contains(Tags.PIXEL_DATA)) {
            return new PixelVerdict.Unsuspicious();
        }
        if (hasOverlayInPixels(image)) {
            return new PixelVerdict.Legible("An overlay lies in the pixels' unused bits.");
        }
        return suspicion(image)
                .map(sentence -> masks.stream()
                        .filter(rule -> rule.selector().matches(image))
                        .findFirst()
                        .map(rule -> rule.mask(image, syntax))
                        .orElseGet(() -> new PixelVerdict.Legible(sentence + " No mask rule matches it.")))
                .orElseGet(PixelVerdict.Unsuspicious::new);
    }

    private static Optional<String> suspicion(DataSet image) {
        if (texts(image, Tags.BURNED_IN_ANNOTATION).contains("YES")) {
            return Optional.of("The image says that text is burned in.");
        }
        if (isOneOf(CAPTURES, image) || image.find(Tags.CONVERSION_TYPE).isPresent()) {
            return Optional.of("The image was captured from a screen, a film or a page.");
        }
        if (!Collections.disjoint(texts(image, Tags.IMAGE_TYPE), SCREENS)) {
            return Optional.of("The image is a saved screen.");
        }
        return isOneOf(ULTRASOUND, image) || texts(image, Tags.MODALITY).contains("US")
                ? Optional.of("Ultrasound images mostly have text burned in.")
                : Optional.empty();
    }

    private static boolean isOneOf(Set<SopClass> classes, DataSet image) {
        return texts(image, Tags.SOP_CLASS_UID).stream()
                .flatMap(uid -> SopClass.of(uid).stream())
                .anyMatch(classes::contains);
    }

    /** Until 2004 an overlay could lie where the pixels' cells have bits left. */
    private static boolean hasOverlayInPixels(DataSet image) {
        return Stream.iterate(0x6000, group -> group <= LAST_OVERLAY, group -> group + 2)
                .anyMatch(group -> !image.contains(Tag.of(group, Tags.OVERLAY_DATA.element()))
                        && image.find(Tag.of(group, Tags.OVERLAY_BITS_ALLOCATED.element()))
                                .filter(bits -> bits.integer() > 1)
                                .isPresent());
    }

    private static List<String> texts(DataSet image, Tag tag) {
        return Text.of(image, tag).orElse(List.of());
    }
}
