package dev.auricle.dcm4che;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.Await;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.GatheringScp;
import dev.auricle.dicom.network.IdentifiedUsers;
import dev.auricle.dicom.network.ServerOptions;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.UserIdentityRQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentifiedCallerTest {
    private static final String VERIFICATION = "1.2.840.10008.1.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
        threads.shutdownNow();
        timers.shutdownNow();
    }

    @Test
    void a_policy_is_shown_who_the_user_is_and_who_wants_to_know_is_told_that_it_was_believed() throws Exception {
        // Given
        var server = listen();
        // When
        var association = call(server, "open sesame");
        // Then
        assertThat(association.getAAssociateAC().getUserIdentityAC()).isNotNull();
        association.release();
    }

    @Test
    void a_user_who_is_not_known_is_rejected() throws Exception {
        // Given
        var server = listen();
        // Then
        assertThatThrownBy(() -> call(server, "open rye")).isInstanceOf(AAssociateRJ.class);
    }

    private DicomServer listen() throws InterruptedException, TimeoutException {
        var users = new IdentifiedUsers(
                identity -> identity.primary().toString().equals("ali")
                        && identity.secondary().toString().equals("open sesame"),
                AssociationPolicy.anybody(ContextPolicy.archive()));
        return Await.result(new Dcm4cheNetwork(vertx)
                .listen(new ServerOptions("127.0.0.1", 0, AssociationLimits.DEFAULT), users, new GatheringScp()));
    }

    private Association call(DicomServer server, String passcode) throws Exception {
        var connection = new Connection();
        var title = new ApplicationEntity("SENDER");
        title.addConnection(connection);
        var device = new Device("sender");
        device.addConnection(connection);
        device.addApplicationEntity(title);
        device.setExecutor(threads);
        device.setScheduledExecutor(timers);
        var request = new AAssociateRQ();
        request.setCalledAET("RECEIVER");
        request.addPresentationContext(new PresentationContext(1, VERIFICATION, IMPLICIT));
        request.setUserIdentityRQ(UserIdentityRQ.usernamePasscode("ali", passcode.toCharArray(), true));
        return title.connect(connection, new Connection("peer", "127.0.0.1", server.port()), request);
    }
}
