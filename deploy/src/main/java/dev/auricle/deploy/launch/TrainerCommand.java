package dev.auricle.deploy.launch;

import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.trainer.TrainerMain;
import dev.auricle.trainer.TrainerSite;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SiteOption site;

    @Override
    public void run() {
        var home = configuration.site();
        var hospital = site.of(home);
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
}
