package dev.auricle.deploy.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** DICOM by hand. */
@Command(
        name = "dicom",
        mixinStandardHelpOptions = true,
        description = "DICOM by hand: look into files, send them, see who answers, ask and fetch, take patients out.",
        subcommands = {
            DicomDumpCommand.class,
            DicomJsonCommand.class,
            DicomSendCommand.class,
            DicomEchoCommand.class,
            DicomFindCommand.class,
            DicomMoveCommand.class,
            DicomGetCommand.class,
            DicomDeidentifyCommand.class,
            HelpCommand.class
        },
        footer = {"", "Example: auricle dicom dump --hide-values image.dcm"})
final class DicomCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
