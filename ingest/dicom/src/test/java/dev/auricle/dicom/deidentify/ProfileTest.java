package dev.auricle.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.auricle.dicom.data.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileTest {
    @Test
    void faces_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.with(ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES))
                .withMessageContaining("clean-recognizable-visual-features");
    }

    @Test
    void dates_cannot_be_kept_in_two_ways() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profile.with(ProfileOption.RETAIN_FULL_DATES, ProfileOption.RETAIN_MODIFIED_DATES))
                .withMessageContaining("retain-full-dates, retain-modified-dates");
    }

    @Test
    void mask_rules_need_their_option() {
        // Given
        var rule = new MaskRule(Images.ANY, new MaskArea.OutsideRegions());
        // Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(Set.of(), Words.USUAL, List.of(rule)))
                .withMessageContaining("clean-pixel-data");
    }

    @Test
    void options_are_found_by_their_names() {
        assertThat(ProfileOption.named("retain-uids")).contains(ProfileOption.RETAIN_UIDS);
        assertThat(ProfileOption.named("retain-everything")).isEmpty();
    }

    @Test
    void of_a_text_the_words_of_the_list_stay() {
        // Given
        var text = Bytes.wrap("CT Thorax/Abdomen für Hrn. Müller, Zi. 12".getBytes(StandardCharsets.ISO_8859_1));
        // Then
        assertThat(Words.USUAL.clean(text, name -> false)).isEqualTo("CT Thorax Abdomen");
        assertThat(Words.USUAL.and(List.of("zi")).clean(text, name -> false)).isEqualTo("CT Thorax Abdomen Zi");
        assertThat(Words.of(List.of()).clean(text, name -> false)).isEmpty();
    }

    @Test
    void what_is_no_word_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Words.of(List.of("left atrium")))
                .withMessageContaining("LEFT ATRIUM");
    }
}
