package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.PduEvent;
import dev.auricle.dicom.pdu.UserInformation;
import dev.auricle.dicom.pdu.UserItem;
import dev.auricle.dicom.pdu.UserItem.ExtendedNegotiation;
import dev.auricle.dicom.pdu.UserItem.RoleSelection;
import dev.auricle.dicom.pdu.UserItem.UserIdentity;
import dev.auricle.dicom.pdu.UserItem.UserIdentityResponse;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy can grant and demand beyond contexts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NegotiationTest {
    private static final int NAME = 1;
    private static final int NAME_AND_PASSCODE = 2;

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_role_is_granted_where_the_policy_grants_it_and_never_without_being_asked_for() throws Exception {
        // Given
        var granted = new RoleSelection(RawPeer.MR, true, true);
        var unasked = new RoleSelection(RawPeer.VERIFICATION, true, true);
        // When
        var answer = ask(granting(granted, unasked), granted, new RoleSelection(RawPeer.VERIFICATION, true, false));
        // Then
        assertThat(accepted(answer).roleSelections())
                .containsExactly(granted, new RoleSelection(RawPeer.VERIFICATION, true, false));
    }

    @Test
    void extended_negotiation_is_answered_by_the_policy() throws Exception {
        // Given
        var asked = new ExtendedNegotiation(RawPeer.MR, Buffer.buffer(new byte[] {2, 0, 0, 0, 1, 0}));
        var answer = new ExtendedNegotiation(RawPeer.MR, Buffer.buffer(new byte[] {2, 0, 0, 0, 0, 0}));
        // When
        var unit = ask(granting(answer), asked, new UserItem.Unknown(0x5A, Buffer.buffer("of tomorrow")));
        // Then
        assertThat(accepted(unit).items()).contains(answer);
    }

    @Test
    void who_shows_a_good_name_and_passcode_is_let_in_and_told_if_that_was_asked() throws Exception {
        assertThat(accepted(ask(identified(), identity(true, "right"))).items())
                .contains(new UserIdentityResponse(Buffer.buffer()));
        assertThat(accepted(ask(identified(), identity(false, "right"))).items())
                .noneMatch(UserIdentityResponse.class::isInstance);
    }

    @Test
    void who_shows_a_wrong_passcode_or_none_is_rejected() throws Exception {
        assertThat(ask(identified(), identity(true, "wrong"))).isEqualTo(AssociateReject.NO_REASON_GIVEN);
        assertThat(ask(identified())).isEqualTo(AssociateReject.NO_REASON_GIVEN);
        assertThat(ask(identified(), new UserIdentity(NAME, false, Buffer.buffer("who"), Buffer.buffer("right"))))
                .isEqualTo(AssociateReject.NO_REASON_GIVEN);
    }

    /** Kerberos, SAML, JSON web token, and what comes after them. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 255})
    void identities_of_every_kind_reach_the_policy(int type) throws Exception {
        // Given
        var ticket = new UserIdentity(type, true, Buffer.buffer("ticket"), Buffer.buffer());
        var policy = new IdentifiedUsers(ticket::equals, AssociationPolicy.anybody(ContextPolicy.archive()));
        // When
        var answer = ask(policy, ticket);
        // Then
        assertThat(accepted(answer).items()).contains(new UserIdentityResponse(Buffer.buffer()));
    }

    private static AssociationPolicy granting(UserItem... items) {
        var contexts = ContextPolicy.archive();
        return proposal ->
                new AssociationDecision.Accept(contexts.answer(proposal.contexts()), Map.of(), List.of(items));
    }

    private static AssociationPolicy identified() {
        return new IdentifiedUsers(
                shown -> shown.type() == NAME_AND_PASSCODE
                        && shown.primary().toString().equals("who")
                        && shown.secondary().toString().equals("right"),
                AssociationPolicy.anybody(ContextPolicy.archive()));
    }

    private static UserIdentity identity(boolean responseRequested, String passcode) {
        return new UserIdentity(NAME_AND_PASSCODE, responseRequested, Buffer.buffer("who"), Buffer.buffer(passcode));
    }

    private PduEvent ask(AssociationPolicy policy, UserItem... items)
            throws IOException, InterruptedException, TimeoutException {
        var server = Await.result(
                loopback.network().listen(Loopback.options(AssociationLimits.DEFAULT), policy, new GatheringScp()));
        try (var peer = new RawPeer(server.port())) {
            peer.send(RawPeer.request(items));
            return peer.receive().orElseThrow();
        }
    }

    private static UserInformation accepted(PduEvent unit) {
        return ((AssociateAccept) unit).user();
    }
}
