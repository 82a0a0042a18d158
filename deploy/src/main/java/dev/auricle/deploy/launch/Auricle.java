package dev.auricle.deploy.launch;

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
            TrainerCommand.class,
            AggregatorCommand.class,
            InferenceCommand.class,
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
        System.exit(run(arguments));
    }

    /** Runs a command; its code. */
    public static int run(String... arguments) {
        return new CommandLine(new Auricle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
