package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks once more at what the profile keeps, because people write names where they do not belong. A value that has one
 * of the {@link Identifiers} in it, that is not of the form its representation asks for, or whose character set is not
 * known, is replaced by a dummy. Pixels are not looked at.
 */
record Vetting(Identifiers identifiers) {
    private static final Set<Tag> PIXELS = Set.of(Tags.PIXEL_DATA, Tags.FLOAT_PIXEL_DATA, Tags.DOUBLE_FLOAT_PIXEL_DATA);
    private static final String NO_NUMBER = "NaN";
    private static final Pattern UID = Pattern.compile("[0-9.]{10,64}[\\x00 ]?");

    ValueElement vet(ValueElement element, DataSet in) {
        if (element.isEmpty() || PIXELS.contains(element.tag())) {
            return element;
        }
        var vr = Representations.understood(element);
        if (vr == Vr.AS) {
            return Age.capped(element);
        }
        return isHarmless(element, vr, in) ? element : replaced(element, vr);
    }

    /** What was no number must not become one that somebody computes with. */
    private static ValueElement replaced(ValueElement element, Vr vr) {
        return vr == Vr.DS || vr == Vr.IS ? Text.element(element.tag(), vr, NO_NUMBER) : Dummy.standIn(element);
    }

    private boolean isHarmless(ValueElement element, Vr vr, DataSet in) {
        if (!vr.isText()) {
            return !identifiers.areIn(element.value()) && !(vr == Vr.UN && isUid(element));
        }
        return Text.of(in, element.tag()).filter(texts -> isHarmless(texts, vr)).isPresent();
    }

    private boolean isHarmless(List<String> texts, Vr vr) {
        return Form.of(vr)
                .map(form -> texts.stream().allMatch(form::fits))
                .orElseGet(() -> texts.stream().noneMatch(identifiers::areIn)
                        && (vr.kind() != Vr.Kind.ASCII || texts.stream().allMatch(Vetting::isAscii)));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x7F);
    }

    /** A private attribute whose representation got lost. */
    private static boolean isUid(ValueElement element) {
        return element.value().size() <= 66
                && UID.matcher(element.value().string(StandardCharsets.ISO_8859_1))
                        .matches();
    }
}
