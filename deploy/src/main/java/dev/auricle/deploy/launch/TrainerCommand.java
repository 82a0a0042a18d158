package dev.auricle.deploy.launch;

import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.trainer.TrainerMain;
import dev.auricle.trainer.TrainerSite;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a site's trainer. */
@Command(
        name = "trainer",
        mixinStandardHelpOptions = true,
        description = "Runs a site's trainer: replays its samples, learns, publishes its update, round after round.",
        footer = {"", "Example: auricle trainer --site north"})
final class TrainerCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Which hospital; needed where the configuration has several.")
    private Optional<String> site = Optional.empty();

    @Override
    public void run() {
        var home = configuration.site();
        var hospital = hospital(home);
        var config = configuration.trainer();
        var federation = configuration.federation();
        Clusters.both(configuration).require();
        var trainer = TrainerMain.start(
                config,
                new TrainerSite(
                        hospital.name(),
                        home.connection(),
                        federation.connection(),
                        configuration.topics().lanes()),
                federation.name(),
                LearningEngine.start(new EngineSettings(config.threads())),
                Clock.systemUTC());
        Service.run("trainer", trainer::hasFailed, () -> {}, trainer::close);
    }

    private Hospital hospital(SiteConfig home) {
        if (site.isPresent()) {
            return home.hospital(site.get());
        }
        if (home.hospitals().size() != 1) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--site is needed: site.hospitals has "
                            + home.hospitals().stream().map(Hospital::name).toList());
        }
        return home.hospitals().get(0);
    }
}
