package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.NoSuchContext;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.UnableToAssociate;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The peer of a DICOM command, and how it is spoken to. */
final class PeerOptions {
    @Parameters(index = "0", paramLabel = "HOST", description = "The peer's host.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String host;

    @Parameters(index = "1", paramLabel = "PORT", description = "The peer's port.")
    private int port;

    @Option(
            names = {"-aec", "--called"},
            paramLabel = "TITLE",
            defaultValue = "ANY-SCP",
            description = "Called AE title (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String called;

    @Option(
            names = {"-aet", "--calling"},
            paramLabel = "TITLE",
            defaultValue = "AURICLE",
            description = "Calling AE title (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String calling;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for an answer (default: ${DEFAULT-VALUE} s).")
    private int seconds;

    @ArgGroup(exclusive = false, heading = "TLS:%n")
    private @Nullable TlsOptions tls;

    Peer peer() {
        try {
            return new Peer(
                    host, port, called, calling, Optional.ofNullable(tls).map(TlsOptions::tls));
        } catch (IllegalArgumentException refused) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(refused.getMessage()), refused);
        }
    }

    AssociationTimeouts timeouts() {
        var patience = Duration.ofSeconds(seconds);
        return new AssociationTimeouts(patience, patience, patience);
    }

    /** What a future comes to; a failure becomes a sentence with the right code. */
    <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.HOURS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.UNEXPECTED, "interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw failed(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException slow) {
            throw new CommandFailed(ExitCode.DICOM_UNREACHABLE, peer() + " did not answer within an hour", slow);
        }
    }

    CommandFailed failed(Throwable cause) {
        if (cause instanceof UnableToAssociate) {
            return new CommandFailed(
                    ExitCode.DICOM_REJECTED, cause.getMessage() + " (calling AE title " + calling + ")", cause);
        }
        if (cause instanceof NoSuchContext) {
            return new CommandFailed(ExitCode.DICOM_REJECTED, peer() + ": " + cause.getMessage(), cause);
        }
        if (cause instanceof UnableToUseCertificate) {
            return new CommandFailed(ExitCode.CERTIFICATE_UNUSABLE, String.valueOf(cause.getMessage()), cause);
        }
        return new CommandFailed(ExitCode.DICOM_UNREACHABLE, String.valueOf(cause.getMessage()), cause);
    }
}
