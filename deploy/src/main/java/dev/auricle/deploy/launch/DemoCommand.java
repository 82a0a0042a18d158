package dev.auricle.deploy.launch;

import dev.auricle.deploy.embed.Folders;
import dev.auricle.deploy.observe.DemoTable;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.perform.Demo;
import dev.auricle.deploy.perform.DemoIncomplete;
import dev.auricle.deploy.perform.DemoSettings;
import dev.auricle.deploy.supply.UnableToSupply;
import dev.auricle.schemas.configuration.UnableToReadConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Performs the demo. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Three hospitals in one process, with a real Kafka broker, a real FHIR server and a DICOM archive:",
            "studies arrive by C-STORE, the hospitals learn one model, new studies are segmented, and the results",
            "go out as DICOM SEG and FHIR. Without --studies the studies are phantoms."
        },
        footer = {
            "",
            "Example: auricle demo",
            "Example: auricle demo --studies studies/ --hold-out 2 --compare --picture results.png"
        })
final class DemoCommand implements Runnable {
    @Option(
            names = "--studies",
            paramLabel = "DIR",
            description = {"Real DICOM: one folder a hospital, each with series of images and their RTSTRUCT or SEG."})
    private Optional<Path> studies = Optional.empty();

    @Option(
            names = "--hold-out",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "With --studies: withhold the last N patients of each hospital (by patient id) from learning.",
                "They are the new studies; their labels only measure (default: ${DEFAULT-VALUE})."
            })
    private int holdOut;

    @Option(names = "--plan", paramLabel = "FILE", description = "Follow this plan instead of the demo's own.")
    private Optional<Path> plan = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N", description = "How many rounds; otherwise the plan says.")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of phantoms and of learning (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--compare", description = "Learn each hospital's own model as long, too, and compare.")
    private boolean compare;

    @Option(names = "--report", paramLabel = "FILE", description = "Write everything of the table as JSON.")
    private Optional<Path> report = Optional.empty();

    @Option(
            names = "--picture",
            paramLabel = "FILE",
            description = "Write the results as a PNG: the truth outlined in green, what was found in orange.")
    private Optional<Path> picture = Optional.empty();

    @Option(names = "--keep", description = "Stay up at the end, and print the addresses, until interrupted.")
    private boolean keep;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        var story =
                new Story(spec.commandLine().getOut(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC());
        story.chapter("Auricle demo");
        story.line("log: " + LogSetup.demoLog());
        report.ifPresent(DemoCommand::requireFolder);
        picture.ifPresent(DemoCommand::requireFolder);
        var work = createWork();
        var interruption = Interruption.ofThisThread();
        try (var demo = open(work, story)) {
            var done = demo.perform();
            new DemoTable(story).print(done);
            report.ifPresent(done::write);
            if (keep) {
                interruption.forget();
                stayUp(demo, story, work);
            }
        } catch (DemoIncomplete | UnableToSupply failed) {
            throw new CommandFailed(ExitCode.DEMO_INCOMPLETE, String.valueOf(failed.getMessage()), failed);
        } finally {
            Folders.delete(work);
            interruption.isOver();
        }
    }

    /** What is wrong with the command line or with the plan shows here, before anything happens. */
    private Demo open(Path work, Story story) {
        try {
            return new Demo(settings(work), story, Clock.systemUTC());
        } catch (UnableToReadConfiguration wrong) {
            throw new CommandFailed(ExitCode.PLAN, String.valueOf(wrong.getMessage()), wrong);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private DemoSettings settings(Path work) {
        return new DemoSettings(studies, holdOut, plan, rounds, seed, compare, picture, work);
    }

    private static void stayUp(Demo demo, Story story, Path work) {
        story.chapter("Staying up until interrupted");
        demo.addresses().forEach(story::line);
        Service.run("demo", demo::hasFailed, () -> {}, () -> {
            demo.close();
            Folders.delete(work);
        });
    }

    /** Said before ten minutes have passed, not after. */
    private static void requireFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be written: its folder is not there, or closed");
        }
    }

    private static Path createWork() {
        try {
            return Files.createTempDirectory("auricle-demo-");
        } catch (IOException failed) {
            throw new CommandFailed(ExitCode.UNEXPECTED, "there is no room for the demo's data", failed);
        }
    }
}
