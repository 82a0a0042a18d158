package dev.auricle.deploy.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The auricle command. */
@Command(
        name = "auricle",
        description = {
            "Hospitals learn one segmentation model together; the images stay at home.",
            "",
            "Start with: auricle demo"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            TopicsCommand.class,
            IngestCommand.class,
            RetryCommand.class,
            TraceCommand.class,
            TrainerCommand.class,
            AggregatorCommand.class,
            InferenceCommand.class,
            SimulateCommand.class,
            SamplesCommand.class,
            DicomCommand.class,
            BenchCommand.class,
            HelpCommand.class
        },
        footer = {"", "Exit codes: deploy/docs/exit-codes/README.md"})
public final class Auricle implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /** Runs a command and ends the process with its code. */
    public static void main(String[] arguments) {
        LogSetup.before(List.of(arguments));
        System.exit(commandLine().setOut(screen()).execute(arguments));
    }

    /** The command with all of its commands. */
    static CommandLine commandLine() {
        return new CommandLine(new Auricle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures());
    }

    /** Standard output, in UTF-8 whatever the locale says: names of patients and hospitals are not ASCII. */
    private static PrintWriter screen() {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
