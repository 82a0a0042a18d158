package dev.auricle.dicom.deidentify;

import java.util.List;
import java.util.Set;

/**
 * How a site de-identifies: the Basic Profile with these options.
 *
 * @param options without any, the Basic Profile alone
 * @param words what may stay of descriptions and other text that is cleaned
 * @param masks what to black out in images with text burned in; needs {@link ProfileOption#CLEAN_PIXEL_DATA}
 */
public record Profile(Set<ProfileOption> options, Words words, List<MaskRule> masks) {
    /** No option: whatever may identify goes. */
    public static final Profile BASIC = new Profile(Set.of(), Words.USUAL, List.of());

    /** Refuses what contradicts itself, and what nobody can promise. */
    public Profile {
        options = Set.copyOf(options);
        masks = List.copyOf(masks);
        if (options.contains(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES)) {
            throw new IllegalArgumentException(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES
                    + " is not offered: faces are not taken out of pixels here");
        }
        if (options.containsAll(Set.of(ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_MODIFIED_DATES))) {
            throw new IllegalArgumentException("dates cannot be retained in full and modified, too: "
                    + ProfileOption.RETAIN_FULL_DATES + ", " + ProfileOption.RETAIN_MODIFIED_DATES);
        }
        if (!masks.isEmpty() && !options.contains(ProfileOption.CLEAN_PIXEL_DATA)) {
            throw new IllegalArgumentException("mask rules need the option " + ProfileOption.CLEAN_PIXEL_DATA);
        }
    }

    /** The Basic Profile with options and nothing else configured. */
    public static Profile with(ProfileOption... options) {
        return new Profile(Set.of(options), Words.USUAL, List.of());
    }

    boolean has(ProfileOption option) {
        return options.contains(option);
    }
}
