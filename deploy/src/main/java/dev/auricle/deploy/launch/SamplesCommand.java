package dev.auricle.deploy.launch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a site has to learn from. */
@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description = "Works with what a site has to learn from.",
        subcommands = SamplesExportCommand.class,
        footer = {"", "Example: auricle samples export --site north --out rehearsal"})
final class SamplesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
