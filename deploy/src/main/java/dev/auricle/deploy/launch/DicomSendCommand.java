package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.UnableToAssociate;
import dev.auricle.dicom.network.UnableToConnect;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import io.vertx.core.Vertx;
import java.io.UncheckedIOException;
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
        var sent = found.readable();
        if (sent.isEmpty() && found.unreadable().isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "there are no files in " + paths);
        }
        var outcomes = send(sent.stream().map(DicomFiles.Entry::instance).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            report(sent.get(i).file(), outcomes.get(i));
        }
        long stored = outcomes.stream().filter(SendOutcome::isStored).count();
        say(stored + " of " + (sent.size() + found.unreadable().size()) + " files stored at " + options.peer());
        verdict(outcomes, found.unreadable().size()).ifPresent(failure -> {
            throw failure;
        });
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

    /** The gravest first: nobody there, not welcome, not taken, not readable. */
    private Optional<CommandFailed> verdict(List<SendOutcome> outcomes, int unreadable) {
        var lacking = outcomes.stream().filter(outcome -> !outcome.isStored()).toList();
        return lacking.stream()
                .flatMap(outcome -> cause(outcome).stream())
                .filter(cause -> cause instanceof UnableToAssociate
                        || cause instanceof UnableToConnect
                        || cause instanceof UnableToUseCertificate)
                .findFirst()
                .map(options::failed)
                .or(() -> lacking.stream()
                        .filter(outcome -> !isDamaged(outcome))
                        .findFirst()
                        .map(first -> new CommandFailed(
                                ExitCode.DICOM_NOT_STORED, "not all were stored, the first because: " + why(first))))
                .or(() -> Optional.of(lacking.size() + unreadable)
                        .filter(damaged -> damaged > 0)
                        .map(damaged ->
                                new CommandFailed(ExitCode.DICOM_UNREADABLE, damaged + " files cannot be read")));
    }

    private void report(Path file, SendOutcome outcome) {
        if (isDamaged(outcome)) {
            say("cannot be read, left out: " + file + ": " + why(outcome));
        } else if (!outcome.isStored()) {
            say("not stored: " + file + ": " + why(outcome));
        }
    }

    /** The header could be read, but not the rest. */
    private static boolean isDamaged(SendOutcome outcome) {
        return cause(outcome)
                .filter(cause -> cause instanceof UnableToReadDataSet || cause instanceof UncheckedIOException)
                .isPresent();
    }

    private static Optional<Throwable> cause(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Failed failed ? Optional.of(failed.cause()) : Optional.empty();
    }

    private static String why(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Answered answered
                ? "status " + answered.status()
                : String.valueOf(((SendOutcome.Failed) outcome).cause().getMessage());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
