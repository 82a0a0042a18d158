package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.pdu.AssociateReject;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is let in, and how a server closes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdmissionTest {
    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_policy_knows_who_calls_and_says_no_with_a_reason() throws Exception {
        // Given
        AssociationPolicy policy = proposal -> proposal.calledAe().equals("RECEIVER")
                ? new AssociationDecision.Reject(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED)
                : new AssociationDecision.Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
        var server =
                Await.result(loopback.network().listen(Loopback.options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        var failure = Await.failure(
                loopback.network().connect(Loopback.peer(server), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        UnableToAssociate.class,
                        refusal -> assertThat(refusal.rejection())
                                .isEqualTo(AssociateReject.CALLING_AE_TITLE_NOT_RECOGNIZED))
                .hasMessageEndingWith("rejected: calling AE title not recognized");
    }

    @Test
    void a_policy_that_fails_rejects() throws Exception {
        // Given
        AssociationPolicy policy = proposal -> {
            throw new IllegalStateException("a mistake of the application");
        };
        var server =
                Await.result(loopback.network().listen(Loopback.options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        var failure = Await.failure(
                loopback.network().connect(Loopback.peer(server), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).hasMessageEndingWith("rejected: no reason given");
    }

    @Test
    void what_a_policy_knows_of_a_peer_goes_along_with_its_instances() throws Exception {
        // Given
        var contexts = ContextPolicy.archive();
        AssociationPolicy policy =
                proposal -> new AssociationDecision.Accept(contexts.answer(proposal.contexts()), Map.of("ward", "7"));
        var server =
                Await.result(loopback.network().listen(Loopback.options(AssociationLimits.DEFAULT), policy, gathering));
        // When
        Await.result(loopback.connect(server).store(Loopback.small()));
        // Then
        assertThat(gathering.received().get(0).request().association().attributes())
                .containsEntry("ward", "7");
    }

    @Test
    void one_association_more_than_allowed_is_rejected_for_now() throws Exception {
        // Given
        var limits =
                new AssociationLimits(1, 1 << 16, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        var server = loopback.listen(limits, gathering);
        var first = loopback.connect(server);
        // When
        var failure = Await.failure(
                loopback.network().connect(Loopback.peer(server), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).hasMessageEndingWith("rejected for now: local limit exceeded");
        Await.result(first.release());
        Await.until(() -> server.associations() == 0);
        assertThat(Await.result(loopback.connect(server).echo())).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_closing_server_lets_an_instance_finish_and_takes_no_new_association() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var sink = Loopback.sink(fragment -> gate.future());
        var server = loopback.listen(AssociationLimits.DEFAULT, request -> sink);
        var association = loopback.connect(server);
        var stored = association.store(Loopback.small());
        Await.until(() -> sink.writes() > 0);
        // When
        var closed = server.close();
        // Then
        var late = Await.failure(
                loopback.network().connect(Loopback.peer(server), Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
        assertThat(late).hasMessageEndingWith("rejected for now: temporary congestion");
        assertThat(closed.isComplete()).isFalse();
        gate.complete();
        assertThat(Await.result(stored)).isEqualTo(DimseStatus.SUCCESS);
        Await.result(association.release());
        Await.result(closed);
    }

    @Test
    void a_closing_server_does_not_wait_for_ever() throws Exception {
        // Given
        var limits = new AssociationLimits(
                10, 1 << 16, Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofMillis(50));
        var server = loopback.listen(limits, gathering);
        var association = loopback.connect(server);
        // When
        Await.result(server.close());
        // Then
        assertThat(Await.failure(association.echo())).isInstanceOf(UnableToExchange.class);
    }
}
