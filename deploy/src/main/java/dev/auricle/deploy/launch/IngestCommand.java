package dev.auricle.deploy.launch;

import dev.auricle.ingest.IngestConfig;
import dev.auricle.ingest.IngestMain;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a site's gateway. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Runs the gateway: receives from the PACS, assembles, checks, labels, de-identifies, prepares.",
        subcommands = {IngestReportCommand.class, IngestBackfillCommand.class, HelpCommand.class},
        footer = {"", "Example: auricle ingest --config auricle.yaml"})
final class IngestCommand implements Runnable {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration PLAN_PATIENCE = Duration.ofSeconds(20);

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ConfigurationFile configuration;

    @Option(
            names = "--replay",
            description = {
                "Receives nothing: makes samples, by the plan in force, of every series that the log still has.",
                "For a plan whose preprocessing is new. Nobody is segmented again."
            })
    private boolean replay;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var config = configuration.ingest();
        var dicom = configuration.dicom();
        var surroundings = new IngestMain.Surroundings(
                configuration.site(), configuration.federation(), Clock.systemUTC(), Vertx.vertx());
        Clusters.both(configuration).require();
        if (replay) {
            runReplay(config, surroundings);
        } else {
            runGateway(config, surroundings, dicom);
        }
    }

    private void runGateway(IngestConfig config, IngestMain.Surroundings surroundings, DicomConfig dicom) {
        var gateway = new IngestMain(
                config,
                surroundings,
                dicom.network(surroundings.vertx()),
                () -> UUID.randomUUID().toString());
        spec.commandLine().getOut().println("listening on port " + gateway.port());
        gateway.webPort()
                .ifPresent(port -> spec.commandLine().getOut().println("listening on port " + port + " for STOW-RS"));
        spec.commandLine().getOut().flush();
        Service.run("ingest", gateway::hasFailed, () -> gateway.followPlan(TICK), gateway::close);
    }

    private void runReplay(IngestConfig config, IngestMain.Surroundings surroundings) {
        var running = IngestMain.replay(config, surroundings, planInForce());
        Service.run("ingest --replay", running::hasFailed, () -> {}, running::close);
    }

    private Plan planInForce() {
        var federation = configuration.federation();
        try (var plans = new PlanFollower(federation.connection(), federation.name())) {
            return plans.poll(PLAN_PATIENCE)
                    .map(PlanFollower.PlanInForce::plan)
                    .orElseThrow(() -> new CommandFailed(
                            ExitCode.PLAN, "the federation " + federation.name() + " has no plan yet"));
        }
    }
}
