package dev.auricle.deploy.launch;

import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.observe.SimulationPage;
import dev.auricle.deploy.observe.SimulationReport;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.rehearse.Simulation;
import dev.auricle.deploy.rehearse.SiteFolders;
import dev.auricle.deploy.rehearse.UnableToRehearse;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import dev.auricle.schemas.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a plan in one process. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a plan in this process, without brokers, with the same learning and merging.",
            "With one thread the last model has the SHA-256 of the one that sites and hub make of the same samples."
        },
        footer = {
            "",
            "Example: auricle simulate deploy/plan.yaml --data rehearsal --report rehearsal.json",
            "The folder holds one folder a site: samples.pb, written by auricle samples export, or images/NAME.png"
                    + " with",
            "masks/NAME.png, a patient being what NAME says before its first underscore."
        })
final class SimulateCommand implements Runnable {
    private static final double MOST_EPSILON = 10;

    @Parameters(paramLabel = "PLAN", description = "The plan.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path planFile;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "One folder a site of the plan.")
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what there is to tell as JSON, and beside it, ending in .html, as a page with curves "
                    + "and images.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--attack",
            paramLabel = "EPSILON",
            split = ",",
            description =
                    "Measure the last model under attack, too (projected gradient descent, 20 steps): by how much a "
                            + "pixel may be changed, in z-scored units, such as 0.05,0.1,0.2.")
    private List<Double> epsilons = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of one operator (default: ${DEFAULT-VALUE}); the same bytes are promised with 1.")
    private int threads;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        report.ifPresent(SimulateCommand::requireFolder);
        if (epsilons.stream().anyMatch(epsilon -> !(epsilon > 0 && epsilon <= MOST_EPSILON))) {
            throw new CommandFailed(ExitCode.USAGE, "--attack wants numbers above 0 and up to 10, got " + epsilons);
        }
        var plan = read();
        var story =
                new Story(spec.commandLine().getOut(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC());
        story.chapter("Simulating " + plan.federation());
        var interruption = Interruption.ofThisThread();
        try {
            var data = SiteFolders.read(directory, plan);
            var engine = LearningEngine.start(new EngineSettings(threads));
            var told = new Simulation(engine, plan, data, epsilons, story, Clock.systemUTC()).run();
            print(told.report(), story);
            report.ifPresent(file -> write(told, file));
        } catch (UnableToRehearse failed) {
            throw new CommandFailed(ExitCode.SIMULATION_INCOMPLETE, String.valueOf(failed.getMessage()), failed);
        } finally {
            interruption.isOver();
        }
    }

    private Plan read() {
        try {
            return Plan.read(planFile);
        } catch (UnableToReadConfiguration wrong) {
            throw new CommandFailed(ExitCode.PLAN, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static void print(SimulationReport report, Story story) {
        story.chapter("The last model (Dice on each site's own patients)");
        story.line("%-16s %8s %8s".formatted("site", "global", "local"));
        report.last()
                .forEach((site, scores) -> story.line("%-16s %8s %8s"
                        .formatted(
                                site,
                                Figure.of(scores.getOrDefault("globalDice", Double.NaN)),
                                Figure.of(scores.getOrDefault("localDice", Double.NaN)))));
        story.line("model %s, SHA-256 %s, %d parameters, %d s"
                .formatted(
                        report.model().version(),
                        report.model().sha256(),
                        report.model().parameters(),
                        Math.round(report.seconds())));
    }

    private static void write(Simulation.Told told, Path file) {
        told.report().write(file);
        new SimulationPage(told.report(), told.sheet()).write(page(file));
    }

    private static Path page(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".html");
    }

    /** Said before an hour has passed, not after. */
    private static void requireFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be written: its folder is not there, or closed");
        }
        if (file.getFileName().toString().endsWith(".html")) {
            throw new CommandFailed(ExitCode.USAGE, file + " is where the page goes; name the JSON file");
        }
    }
}
