package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.UnableToAssociate;
import dev.auricle.dicom.network.UnableToConnect;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** C-STORE of files. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Sends DICOM files to a peer (C-STORE). What cannot be read is named and left out.",
        footer = {"", "Example: auricle dicom send 127.0.0.1 11112 --called NORTH --calling PACS studies/"})
final class DicomSendCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PeerOptions options;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "FILE", description = "Files, or folders with files.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> paths;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var found = DicomFiles.in(paths);
        found.unreadable().forEach(file -> say("cannot be read, left out: " + file));
        var outcomes = send(found.instances());
        long stored = outcomes.stream().filter(DicomSendCommand::isStored).count();
        say(stored + " of " + outcomes.size() + " stored at " + options.peer());
        firstFailure(outcomes).ifPresent(failure -> {
            throw failure;
        });
        if (!found.unreadable().isEmpty()) {
            throw new CommandFailed(
                    ExitCode.DICOM_UNREADABLE, found.unreadable().size() + " files cannot be read");
        }
    }

    private List<SendOutcome> send(List<OutgoingInstance> instances) {
        var vertx = Vertx.vertx();
        try {
            return options.await(
                    new StoreScu(new VertxDicomNetwork(vertx), options.timeouts()).send(options.peer(), instances));
        } finally {
            options.await(vertx.close());
        }
    }

    private Optional<CommandFailed> firstFailure(List<SendOutcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !isStored(outcome))
                .findFirst()
                .map(outcome -> {
                    if (outcome instanceof SendOutcome.Failed failed
                            && (failed.cause() instanceof UnableToAssociate
                                    || failed.cause() instanceof UnableToConnect)) {
                        return options.failed(failed.cause());
                    }
                    return new CommandFailed(
                            ExitCode.DICOM_NOT_STORED, "not all were stored, the first because: " + why(outcome));
                });
    }

    private static String why(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Answered answered
                ? "status " + answered.status()
                : String.valueOf(((SendOutcome.Failed) outcome).cause().getMessage());
    }

    private static boolean isStored(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Answered answered
                && (answered.status().isSuccess() || answered.status().isWarning());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
