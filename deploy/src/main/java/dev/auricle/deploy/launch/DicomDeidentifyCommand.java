package dev.auricle.deploy.launch;

import dev.auricle.deploy.launch.SafeExport.Result;
import dev.auricle.deploy.observe.Bar;
import dev.auricle.deploy.observe.Story;
import dev.auricle.dicom.deidentify.Deidentifier;
import dev.auricle.dicom.deidentify.Profile;
import dev.auricle.dicom.deidentify.ProfileOption;
import dev.auricle.dicom.deidentify.Words;
import dev.auricle.ingest.deidentify.DeidentifyConfig;
import dev.auricle.ingest.deidentify.SitePseudonyms;
import dev.auricle.schemas.configuration.Configuration;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes files without the patient. */
@Command(
        name = "deidentify",
        mixinStandardHelpOptions = true,
        description = {
            "Writes DICOM files without the patient: the Basic Profile of PS3.15, annex E, with its options.",
            "Each is named by its new UID. What may have text burned in, and what cannot be read, is named and left out."
        },
        footer = {
            "",
            "Example: auricle dicom deidentify studies/ --out export --secret-file site.secret --options retain-modified-dates"
        })
final class DicomDeidentifyCommand implements Runnable {
    @Parameters(arity = "1..*", paramLabel = "IN", description = "Files, or folders with files.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private List<Path> paths;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to write to. It is made; if it is there, it must be empty.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--options",
            split = ",",
            paramLabel = "OPTION",
            converter = ProfileOptions.class,
            description = "Of the profile, parted by commas: " + ProfileOptions.NAMES + ".")
    private Set<ProfileOption> options = Set.of();

    @Option(
            names = "--words",
            split = ",",
            paramLabel = "WORD",
            description = "More words that may stay in text that is cleaned.")
    private List<String> words = List.of();

    @Option(
            names = "--masks",
            paramLabel = "FILE",
            description =
                    "What to black out in images with text burned in: YAML as in ingest.deidentify of auricle.yaml.")
    private Optional<Path> masks = Optional.empty();

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SecretSource secret;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var deidentifier = new Deidentifier(profile(), new SitePseudonyms(secret.hash()));
        var export = new SafeExport(deidentifier, out);
        var files = DicomFiles.files(paths);
        if (files.isEmpty()) {
            throw new CommandFailed(ExitCode.USAGE, "there are no files in " + paths);
        }
        var story =
                new Story(spec.commandLine().getOut(), Boolean.getBoolean("auricle.interactive"), Clock.systemUTC());
        int written = 0;
        var gravest = Optional.<CommandFailed>empty();
        for (int i = 0; i < files.size(); i++) {
            story.progress(Bar.of(i, files.size()));
            var result = export.write(files.get(i));
            if (result instanceof Result.LeftOut left) {
                story.line("left out: " + files.get(i) + ": " + left.why());
                gravest = gravest.or(() -> Optional.of(new CommandFailed(left.code(), "not all files were written")));
            } else {
                written++;
            }
        }
        story.line(written + " of " + files.size() + " files written to " + out);
        gravest.ifPresent(failure -> {
            throw failure;
        });
    }

    private Profile profile() {
        try {
            return masks.map(file -> Configuration.read(file, System.getenv()).as(DeidentifyConfig.class))
                    .orElseGet(() -> new DeidentifyConfig(List.of()))
                    .profile(options, Words.USUAL.and(words));
        } catch (IllegalArgumentException contradictory) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(contradictory.getMessage()), contradictory);
        }
    }
}
