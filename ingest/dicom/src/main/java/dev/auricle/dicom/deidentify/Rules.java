package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which action a profile has for which attribute: that of the table, and for what the table does not have one that hangs
 * on its representation. Names, dates, UIDs and paragraphs are never kept because the table forgot them.
 */
final class Rules {
    private static final Action REMOVE = new Remove();
    private static final Action DUMMY = new Dummy();
    private static final Action KEEP = new Keep();
    private static final Action MAP = new MapUid();
    private static final int FIRST_GROUP = 0x0008;
    private static final int CURVES = 0x50;
    private static final int OVERLAYS = 0x60;

    /** UIDs that name classes and syntaxes, the vendors' own included, and no objects. */
    private static final Set<String> CLASSES = Set.of(
            "SOPClassUID",
            "RelatedGeneralSOPClassUID",
            "OriginalSpecializedSOPClassUID",
            "SOPClassesInStudy",
            "ReferencedSOPClassUID",
            "SOPClassesSupported");

    /** Encrypted attributes hold what was taken out before; whoever has the key would have it back. */
    private static final Set<String> ENCRYPTED = Set.of("EncryptedAttributesSequence", "MACParametersSequence");

    private final Profile profile;
    private final Map<Tag, Action> table = new HashMap<>();

    Rules(Profile profile) {
        this.profile = profile;
        ActionTable.STANDARD
                .rows()
                .forEach((tag, row) -> table.put(tag, row.code(profile).action(row.basic())));
    }

    /** What becomes of a standard attribute; private ones are another matter. */
    Action of(Element element) {
        var tag = element.tag();
        if (tag.group() < FIRST_GROUP || tag.isGroupLength() || isDrawing(tag)) {
            return REMOVE;
        }
        var listed = Optional.ofNullable(table.get(tag));
        return listed.orElseGet(() -> unlisted(element));
    }

    /** What becomes of a private attribute that is safe. */
    Action ofSafePrivate(Element element) {
        return byRepresentation(Representations.understood(element));
    }

    /** Curves and overlays; a text that is drawn cannot be told from any other drawing, whatever the options. */
    private static boolean isDrawing(Tag tag) {
        int upper = tag.group() >>> 8;
        return upper == CURVES || upper == OVERLAYS;
    }

    private Action unlisted(Element element) {
        var keyword = Dictionary.standard().keyword(element.tag());
        if (ENCRYPTED.contains(keyword) || !Representations.isAsDeclared(element)) {
            return REMOVE;
        }
        return switch (keyword) {
            case "PrivateDataElementCharacteristicsSequence" ->
                profile.has(ProfileOption.RETAIN_SAFE_PRIVATE) ? KEEP : REMOVE;
            case "UnformattedTextValue" -> cleanedBy(ProfileOption.CLEAN_GRAPHICS);
            case "TextValue" -> cleanedBy(ProfileOption.CLEAN_STRUCTURED_CONTENT);
            case "URNCodeValue" -> KEEP;
            default -> CLASSES.contains(keyword) ? KEEP : byRepresentation(Representations.understood(element));
        };
    }

    private Action byRepresentation(Vr vr) {
        return switch (vr) {
            case AE, PN -> DUMMY;
            case DA, DT, TM -> dates();
            case LT, ST, UT -> cleanedBy(ProfileOption.CLEAN_DESCRIPTORS);
            case UI -> profile.has(ProfileOption.RETAIN_UIDS) ? KEEP : MAP;
            case UR -> REMOVE;
            default -> KEEP;
        };
    }

    private Action dates() {
        if (profile.has(ProfileOption.RETAIN_FULL_DATES)) {
            return KEEP;
        }
        return profile.has(ProfileOption.RETAIN_MODIFIED_DATES) ? new Clean(DUMMY) : DUMMY;
    }

    private Action cleanedBy(ProfileOption option) {
        return profile.has(option) ? new Clean(DUMMY) : DUMMY;
    }
}
