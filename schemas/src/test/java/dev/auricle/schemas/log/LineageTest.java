package dev.auricle.schemas.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.PersonalManifest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineageTest {
    private final List<ModelManifest> register = List.of(
            model(1, "", "north", "south"),
            model(2, "atrium.1", "north"),
            model(4, "atrium.2", "south"),
            model(5, "atrium.1", "south"));
    private final Lineage lineage = new Lineage(register);

    @Test
    void a_part_goes_with_the_model_that_its_update_is_in() {
        assertThat(lineage.partWith("atrium.2", List.of(part(1, ""), part(2, "atrium.1"))))
                .contains(part(2, "atrium.1"));
    }

    @Test
    void a_site_that_was_not_in_a_round_goes_on_from_its_part_of_the_last_round_that_it_was_in() {
        assertThat(lineage.partWith("atrium.4", List.of(part(1, ""), part(2, "atrium.1"))))
                .contains(part(2, "atrium.1"));
    }

    @Test
    void a_part_whose_update_came_too_late_or_whose_round_was_abandoned_goes_with_no_model() {
        // Given
        var parts = List.of(part(1, ""), part(3, "atrium.2"), part(4, "atrium.2"));
        // Then
        assertThat(lineage.partWith("atrium.4", parts)).contains(part(1, ""));
    }

    @Test
    void a_part_of_another_branch_is_not_seen() {
        assertThat(lineage.partWith("atrium.5", List.of(part(1, ""), part(2, "atrium.1"))))
                .contains(part(1, ""));
    }

    @Test
    void with_the_seed_and_with_a_federation_that_began_anew_goes_none() {
        // Given
        var older = part(2, "atrium.1").toBuilder()
                .setBaseSha256(ByteString.copyFromUtf8("of another atrium.1"))
                .build();
        // Then
        assertThat(lineage.partWith("", List.of(part(1, "")))).isEmpty();
        assertThat(lineage.partWith("atrium.2", List.of(older))).isEmpty();
    }

    private static ModelManifest model(int round, String parent, String... sites) {
        return ModelManifest.newBuilder()
                .setFederation("atrium")
                .setVersion("atrium." + round)
                .setRound(round)
                .setParent(parent)
                .setSha256(hash("atrium." + round))
                .addAllParticipants(List.of(sites).stream()
                        .map(site -> Participant.newBuilder()
                                .setSite(site)
                                .setUpdateId(site + round)
                                .build())
                        .toList())
                .build();
    }

    private static PersonalManifest part(int round, String base) {
        return PersonalManifest.newBuilder()
                .setFederation("atrium")
                .setRound(round)
                .setSite("north")
                .setUpdateId("north" + round)
                .setBaseVersion(base)
                .setBaseSha256(base.isEmpty() ? ByteString.EMPTY : hash(base))
                .build();
    }

    private static ByteString hash(String version) {
        return ByteString.copyFromUtf8("hash of " + version);
    }
}
