package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.pdu.UserItem;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who stored asks whether it is safe, and is told: on the same association, or on another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommitmentTest {
    private static final InstanceReference SAFE = new InstanceReference(Loopback.MR, "1.2.1");
    private static final InstanceReference LOST = new InstanceReference(Loopback.MR, "1.2.2");
    private static final List<InstanceReference> BOTH = List.of(SAFE, LOST);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Loopback loopback = new Loopback();
    private final CommitmentScu scu =
            new CommitmentScu(loopback.network(), AssociationTimeouts.DEFAULT, () -> "1.2.77");

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_report_comes_on_the_association_of_the_request() throws Exception {
        // Given
        var server = listen(Services.NONE.withCommitment((requestor, request, same) -> same.report(report(request))));
        // When
        var report = Await.result(scu.commit(Loopback.peer(server), BOTH, LONG));
        // Then
        assertThat(report.committed()).containsExactly(SAFE);
        assertThat(report.failed()).containsExactly(new CommitmentReport.Failure(LOST, 0x0112));
    }

    @Test
    void a_report_comes_on_an_association_of_the_providers() throws Exception {
        // Given
        var listening = listen(Services.NONE.withReports(scu));
        var server = listen(Services.NONE.withCommitment((requestor, request, same) -> loopback.network()
                .connect(Loopback.peer(listening), AssociationOffer.reporting(), AssociationTimeouts.DEFAULT)
                .compose(association -> association.report(report(request)).eventually(association::release))));
        // When
        var report = Await.result(scu.commit(Loopback.peer(server), List.of(SAFE), LONG));
        // Then
        assertThat(report.isComplete()).isTrue();
    }

    @Test
    void a_report_on_what_nobody_asked_is_refused() throws Exception {
        // Given
        var listening = listen(Services.NONE.withReports(scu));
        var association = Await.result(loopback.network()
                .connect(Loopback.peer(listening), AssociationOffer.reporting(), AssociationTimeouts.DEFAULT));
        // When
        var status = Await.result(association.report(new CommitmentReport("1.2.99", List.of(SAFE), List.of())));
        // Then
        assertThat(status).hasToString("0112");
    }

    @Test
    void a_provider_without_commitment_does_not_know_the_operation() throws Exception {
        // Given
        var server = listen(Services.NONE);
        // When
        var failure = Await.failure(scu.commit(Loopback.peer(server), BOTH, LONG));
        // Then
        assertThat(failure).isInstanceOf(UnableToCommit.class).hasMessage("the archive answered 0211");
    }

    @Test
    void a_provider_that_never_reports_is_not_waited_for_for_ever() throws Exception {
        // Given
        var server = listen(Services.NONE.withCommitment((requestor, request, same) -> {}));
        // When
        var failure = Await.failure(scu.commit(Loopback.peer(server), BOTH, Duration.ofMillis(50)));
        // Then
        assertThat(failure).isInstanceOf(UnableToCommit.class).hasMessage("no report within PT0.05S");
    }

    @Test
    void a_provider_that_fails_leaves_the_association_whole() throws Exception {
        // Given
        var server = listen(Services.NONE.withCommitment((requestor, request, same) -> {
            throw new IllegalStateException("the application's own mistake");
        }));
        var association = Await.result(loopback.network()
                .connect(
                        Loopback.peer(server),
                        AssociationOffer.of(CommitmentRequest.SOP_CLASS),
                        AssociationTimeouts.DEFAULT));
        var request = new CommitmentRequest("1.2.77", BOTH);
        CommitmentReports nobody = report -> Future.succeededFuture(DimseStatus.SUCCESS);
        // When
        var first = Await.result(association.commit(request, nobody));
        // Then
        assertThat(first).isEqualTo(DimseStatus.SUCCESS);
        assertThat(Await.result(association.commit(request, nobody))).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_request_without_a_transaction_is_no_request() {
        assertThatThrownBy(() -> CommitmentRequest.of(DataSet.EMPTY)).isInstanceOf(NoSuchAttribute.class);
    }

    @Test
    void only_who_waits_for_reports_lets_others_be_the_provider() {
        // Given
        var asked = RawPeer.request(new UserItem.RoleSelection(CommitmentRequest.SOP_CLASS, false, true))
                .user();
        // When
        var answer = UserOffers.answer(asked, 4096, List.of(), Services.NONE.withReports(scu));
        var refusal = UserOffers.answer(asked, 4096, List.of(), Services.NONE);
        // Then
        assertThat(answer.roleSelections())
                .containsExactly(new UserItem.RoleSelection(CommitmentRequest.SOP_CLASS, false, true));
        assertThat(refusal.roleSelections())
                .containsExactly(new UserItem.RoleSelection(CommitmentRequest.SOP_CLASS, false, false));
    }

    private DicomServer listen(Services services) throws InterruptedException, TimeoutException {
        var policy = AssociationPolicy.anybody(ContextPolicy.archive().and(CommitmentRequest.SOP_CLASS));
        return Await.result(loopback.network().listen(Loopback.options(AssociationLimits.DEFAULT), policy, services));
    }

    private static CommitmentReport report(CommitmentRequest request) {
        var lost = request.instances().stream()
                .filter(LOST::equals)
                .map(instance -> new CommitmentReport.Failure(instance, CommitmentReport.NO_SUCH_INSTANCE))
                .toList();
        var safe = request.instances().stream().filter(SAFE::equals).toList();
        return new CommitmentReport(request.transaction(), safe, lost);
    }
}
