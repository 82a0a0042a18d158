package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.TransferSyntax;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Sending many instances at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoreScuTest {
    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_sender_negotiates_what_its_instances_need_and_tells_what_became_of_each() throws Exception {
        // Given: a provider that takes no big endian
        var contexts = new ContextPolicy(uid -> true, List.of(Loopback.EXPLICIT), ContextPolicy.Fallback.REJECT);
        var server = Await.result(loopback.network()
                .listen(Loopback.options(AssociationLimits.DEFAULT), AssociationPolicy.anybody(contexts), gathering));
        var instances = List.of(
                Loopback.small(),
                OutgoingInstance.of(Loopback.image(2, 10), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
                OutgoingInstance.of(Loopback.image(3, 10), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        // When
        var outcomes = Await.result(
                new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT).send(Loopback.peer(server), instances));
        // Then
        assertThat(outcomes).extracting(SendOutcome::isStored).containsExactly(true, false, true);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class,
                        failed -> assertThat(failed.cause()).isInstanceOf(NoSuchContext.class));
    }

    @Test
    void a_sender_without_a_peer_fails_each_instance() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, gathering);
        Await.result(server.close());
        // When
        var outcomes = Await.result(new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT)
                .send(Loopback.peer(server), List.of(Loopback.small())));
        // Then
        assertThat(outcomes).singleElement().isInstanceOf(SendOutcome.Failed.class);
    }
}
