package dev.auricle.ingest.deidentify;

import dev.auricle.dicom.deidentify.MaskRule;
import dev.auricle.dicom.deidentify.Profile;
import dev.auricle.dicom.deidentify.ProfileOption;
import dev.auricle.dicom.deidentify.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The section {@code ingest.deidentify}.
 *
 * @param masks what is blacked out in images that may have text burned in; the first that matches
 */
public record DeidentifyConfig(List<MaskConfig> masks) {
    public DeidentifyConfig {
        masks = List.copyOf(masks);
    }

    /** The Basic Profile with these options, and pixels cleaned if there is a mask. */
    public Profile profile(Set<ProfileOption> options, Words words) {
        var all = EnumSet.noneOf(ProfileOption.class);
        all.addAll(options);
        if (!masks.isEmpty()) {
            all.add(ProfileOption.CLEAN_PIXEL_DATA);
        }
        List<MaskRule> rules = masks.stream().map(MaskConfig::rule).toList();
        return new Profile(all, words, rules);
    }
}
