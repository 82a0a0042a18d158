package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.network.AssociationDecision;
import dev.auricle.dicom.network.AssociationProposal;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownTitlesTest {
    private static final Secret SECRET = new Secret("0123456789abcdef");

    private final KnownTitles titles = new KnownTitles(List.of(
            new Hospital("north", "NORTH", List.of("PACS@10.1.0.0/16", "WORKSTATION"), SECRET),
            new Hospital("west", "WEST", List.of("PACS@10.2.0.0/16"), SECRET)));

    @Test
    void the_called_title_names_the_hospital() {
        assertThat(decide("NORTH", "PACS", "10.1.0.7"))
                .isEqualTo(new AssociationDecision.Accept(List.of(), Map.of("site", "north")));
        assertThat(decide("WEST", "PACS", "10.2.0.7"))
                .isEqualTo(new AssociationDecision.Accept(List.of(), Map.of("site", "west")));
    }

    @Test
    void nobody_sends_to_another_hospital_or_from_another_network() {
        assertThat(decide("SOUTH", "PACS", "10.1.0.7"))
                .isEqualTo(new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED));
        assertThat(List.of(
                        decide("NORTH", "STRANGER", "10.1.0.7"),
                        decide("NORTH", "PACS", "10.2.0.7"),
                        decide("WEST", "PACS", "10.1.0.7"),
                        decide("WEST", "WORKSTATION", "10.2.0.7")))
                .containsOnly(new AssociationDecision.Reject(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED));
    }

    @Test
    void a_title_without_a_network_may_send_from_anywhere() {
        assertThat(decide("NORTH", "WORKSTATION", "192.0.2.1")).isInstanceOf(AssociationDecision.Accept.class);
    }

    private AssociationDecision decide(String called, String calling, String host) {
        return titles.decide(new AssociationProposal(called, calling, host, List.of(), new UserInformation(List.of())));
    }
}
