package dev.auricle.deploy.launch;

import dev.auricle.inference.InferenceMain;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import io.vertx.core.Vertx;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs inference. */
@Command(
        name = "inference",
        mixinStandardHelpOptions = true,
        description = "Runs inference: segments what waits with the released model; delivers SEG and FHIR.",
        footer = {"", "Example: auricle inference --config auricle.yaml"})
final class InferenceCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Override
    public void run() {
        var config = configuration.inference();
        var dicom = configuration.dicom();
        var surroundings = new InferenceMain.Surroundings(
                configuration.site().connection(), configuration.federation(), Clock.systemUTC());
        Clusters.both(configuration).require();
        var engine = LearningEngine.start(new EngineSettings(config.threads()));
        var inference = new InferenceMain(config, surroundings, engine, dicom.network(Vertx.vertx()));
        Service.run("inference", inference::hasFailed, () -> {}, inference::close);
    }
}
