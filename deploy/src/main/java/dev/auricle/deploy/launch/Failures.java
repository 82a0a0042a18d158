package dev.auricle.deploy.launch;

import dev.auricle.deploy.embed.UnableToEmbed;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import dev.auricle.ingest.backfill.NoSuchArchive;
import dev.auricle.ingest.backfill.UnableToBackfill;
import dev.auricle.ingest.receive.UnableToListen;
import dev.auricle.ingest.report.UnableToReport;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import dev.auricle.schemas.connect.NoSuchHospital;
import dev.auricle.schemas.log.UnableToWriteLog;
import dev.auricle.schemas.topic.UnableToReachCluster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one sentence on the screen, a code, and the page that explains it. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        var exitCode = codeOf(failure);
        LOG.atLevel(exitCode == ExitCode.UNEXPECTED ? Level.ERROR : Level.DEBUG)
                .setCause(failure)
                .log("the command failed");
        command.getErr().println("auricle: " + sentenceOf(failure));
        command.getErr().println("         exit code " + exitCode.code() + ", see " + exitCode.page());
        command.getErr().flush();
        return exitCode.code();
    }

    private static String sentenceOf(Exception failure) {
        if (failure instanceof UnableToReachCluster && failure.getCause() != null) {
            return failure.getMessage() + ": " + failure.getCause().getMessage();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static ExitCode codeOf(Exception failure) {
        if (failure instanceof CommandFailed failed) {
            return failed.exitCode();
        }
        if (failure instanceof UnableToReadConfiguration
                || failure instanceof NoSuchHospital
                || failure instanceof NoSuchArchive) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof UnableToReachCluster || failure instanceof UnableToWriteLog) {
            return ExitCode.BROKER_UNREACHABLE;
        }
        if (failure instanceof UnableToReport) {
            return ExitCode.USAGE;
        }
        if (failure instanceof UnableToBackfill) {
            return ExitCode.DICOM_UNREACHABLE;
        }
        if (failure instanceof UnableToUseCertificate) {
            return ExitCode.CERTIFICATE_UNUSABLE;
        }
        if (failure instanceof UnableToListen || failure instanceof UnableToEmbed) {
            return ExitCode.PORT_IN_USE;
        }
        return ExitCode.UNEXPECTED;
    }
}
