package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationProposal;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem.UserIdentity;
import dev.auricle.schemas.configuration.Configuration;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownUsersTest {
    private static final AssociationPolicy ANYBODY = proposal -> new AssociationDecision.Accept(List.of(), Map.of());

    @ParameterizedTest
    @CsvSource({
        "2, pacs, open sesame, true",
        "2, pacs, open sesam, false",
        "2, pacs, '', false",
        "2, PACS, open sesame, false",
        "2, jürgen, grüß, true",
        "1, pacs, open sesame, false",
        "4, pacs, open sesame, false"
    })
    void a_name_is_good_with_its_own_passcode(int type, String name, String passcode, boolean good) {
        // Given
        var identity = new UserIdentity(type, false, Buffer.buffer(name), Buffer.buffer(passcode));
        // When
        var decision = policy("{pacs: open sesame, jürgen: grüß}")
                .decide(new AssociationProposal("A", "B", "", List.of(), new UserInformation(List.of(identity))));
        // Then
        assertThat(decision instanceof AssociationDecision.Accept).isEqualTo(good);
    }

    @Test
    void where_there_are_no_users_nobody_is_asked_for_one() {
        assertThat(policy("{}")).isSameAs(ANYBODY);
    }

    @Test
    void passcodes_are_never_shown() {
        assertThat(policy("{pacs: open sesame}").toString()).contains("pacs").doesNotContain("sesame");
    }

    private static AssociationPolicy policy(String users) {
        return Configuration.parse("receive: {users: " + users + "}", "test", Map.of())
                .section("receive", ReceiveConfig.class)
                .policy(ANYBODY);
    }
}
