package dev.auricle.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PathKeyTest {
    @Test
    void keys_read_back_what_they_wrote() {
        assertThat(UpdateKey.parse("atrium/3/0/north")).isEqualTo(new UpdateKey("atrium", 3, 0, "north"));
        assertThat(AnswerKey.parse("atrium/3/north")).isEqualTo(new AnswerKey("atrium", 3, "north"));
        assertThat(RoundKey.parse("atrium/3")).isEqualTo(new RoundKey("atrium", 3));
        assertThat(ShardKey.parse("atrium.3/0")).isEqualTo(new ShardKey("atrium.3", 0));
        assertThat(SegmentationKey.parse("1.2.3/atrium.3")).isEqualTo(new SegmentationKey("1.2.3", "atrium.3"));
        assertThat(new UpdateKey("atrium", 3, 0, "north").path()).isEqualTo("atrium/3/0/north");
    }

    @Test
    void what_is_no_key_is_refused_with_the_form_that_is_wanted() {
        assertThatThrownBy(() -> RoundKey.parse("atrium"))
                .isInstanceOf(NoSuchKey.class)
                .hasMessage("'atrium' is not a key of the form federation/round");
        assertThatThrownBy(() -> RoundKey.parse("atrium/three")).isInstanceOf(NoSuchKey.class);
    }
}
