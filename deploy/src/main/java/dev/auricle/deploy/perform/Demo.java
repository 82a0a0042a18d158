package dev.auricle.deploy.perform;

import dev.auricle.deploy.observe.Bar;
import dev.auricle.deploy.observe.DemoReport;
import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.observe.OverlaySheet;
import dev.auricle.deploy.observe.PeakMemory;
import dev.auricle.deploy.observe.Story;
import dev.auricle.deploy.prove.ConstantMask;
import dev.auricle.deploy.prove.OwnModels;
import dev.auricle.deploy.prove.Scores;
import dev.auricle.deploy.prove.TestSet;
import dev.auricle.deploy.supply.HospitalStudies;
import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.learning.engine.EngineSettings;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.method.View;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.trainer.learn.PlanSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo: studies arrive, hospitals learn, new studies come, results go out. */
public final class Demo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ROUND_PATIENCE = Duration.ofMinutes(30);

    private final DemoSettings settings;
    private final Story story;
    private final Clock clock;
    private final Instant begun;
    private final List<HospitalStudies> hospitals;
    private final Plan plan;
    private final LearningEngine engine = LearningEngine.start(EngineSettings.reproducible());
    private final Servers servers;
    private final Federation federation;
    private final Arrivals arrivals;
    private int seriesSent;
    private boolean isOpen = true;

    /** Starts the servers and the gateways. */
    public Demo(DemoSettings settings, Story story, Clock clock) {
        this.settings = settings;
        this.story = story;
        this.clock = clock;
        begun = clock.instant();
        hospitals = HospitalSupply.of(settings);
        plan = DemoPlan.of(settings, hospitals);
        story.line("starting a Kafka broker, a FHIR server, a DICOM archive");
        servers = new Servers(settings.work());
        federation = new Federation(servers, plan, settings.work(), clock);
        arrivals = new Arrivals(servers.kafka());
    }

    /** Performs it. */
    public DemoReport perform() {
        tellPlan();
        studiesArrive();
        var test = new TestSet(hospitals, plan);
        try (var watch = new LearningWatch(servers.kafka(), plan, test, engine, story)) {
            hospitalsLearn(watch);
            var comparison = settings.compare() ? compare(test) : null;
            try (var results = new ResultWatch(
                    servers.kafka(), servers.archive(), servers.fhir().base())) {
                newStudiesCome(results);
                return report(watch, results, test, comparison);
            }
        }
    }

    /** Where everything listens, for whoever wants to look. */
    public List<String> addresses() {
        return List.of(
                "Kafka    " + servers.kafka().bootstrap(),
                "FHIR     " + servers.fhir().base(),
                "gateway  127.0.0.1:" + federation.gatewayPort() + ", called "
                        + plan.sites().stream().map(Federation::aeTitle).toList() + " by PACS",
                "archive  127.0.0.1:" + servers.archive().port() + ", called " + Servers.ARCHIVE_AE);
    }

    /** Whether something that should run has stopped. */
    public boolean hasFailed() {
        return federation.hasFailed();
    }

    /** Stops everything, in peace also when the thread was interrupted; a second time does nothing. */
    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            boolean interrupted = Thread.interrupted();
            arrivals.close();
            federation.close();
            servers.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tellPlan() {
        var grid = plan.preprocessing();
        story.line("%s of %s at %s × %s × %s mm, %d rounds"
                .formatted(
                        plan.classes().get(0).name(),
                        grid.rows() + " × " + grid.columns(),
                        grid.rowSpacing(),
                        grid.columnSpacing(),
                        grid.sliceSpacing(),
                        plan.rounds().count()));
        hospitals.stream()
                .filter(hospital -> hospital.leftOut() > 0)
                .forEach(hospital -> story.line(
                        "%s: %d files are no DICOM and are left out".formatted(hospital.name(), hospital.leftOut())));
    }

    private void studiesArrive() {
        story.chapter("Studies arrive");
        var sender = new Sender(servers.network(), federation.gatewayPort());
        for (var hospital : hospitals) {
            int sent = 0;
            for (var study : hospital.learning()) {
                sender.sendAnnotated(hospital, study);
                seriesSent += study.images().size();
                sent++;
                story.progress("%s %s studies"
                        .formatted(
                                hospital.name(),
                                Bar.of(sent, hospital.learning().size())));
            }
            story.line("%-12s %s studies received".formatted(hospital.name(), Bar.of(sent, sent)));
        }
        awaitSettled();
        plan.sites()
                .forEach(site -> story.line("%-12s %d slices to learn from, %d series rejected"
                        .formatted(
                                site,
                                arrivals.of(site).slices(),
                                arrivals.of(site).rejected())));
    }

    private void awaitSettled() {
        var patience = new Patience(clock, PATIENCE, "the gateway to prepare " + seriesSent + " series");
        while (!arrivals.areSettled(seriesSent)) {
            requireRunning();
            arrivals.look();
            story.progress("preparing %s series, %d slices"
                    .formatted(Bar.of(arrivals.settled(), seriesSent), arrivals.slices()));
            patience.with(arrivals.settled() + " series, " + arrivals.slices() + " slices");
        }
    }

    private void hospitalsLearn(LearningWatch watch) {
        story.chapter("Hospitals learn");
        federation.learn(engine);
        var patience = new Patience(clock, ROUND_PATIENCE, "a round");
        while (!watch.look()) {
            requireRunning();
            patience.with(watch.rounds().size());
        }
        story.line("model " + watch.released().getVersion() + " is released");
    }

    private void requireRunning() {
        if (federation.hasFailed()) {
            throw new DemoIncomplete("the gateway, the hub, a trainer or inference stopped; the log says why");
        }
    }

    private DemoReport.Comparison compare(TestSet test) {
        story.chapter("Compared with what each hospital learns alone");
        var own = new LinkedHashMap<String, DemoReport.Test>();
        var models = new OwnModels(engine, servers.kafka(), plan);
        for (var site : plan.sites()) {
            story.progress(site + " learns alone, as long as the federation did");
            models.learn(site).ifPresent(model -> {
                var scores = test.measure(engine, PlanSettings.method(plan), new View.Global(model));
                own.put(site, figures(scores));
                story.line("%-12s Dice %s".formatted(site, Figure.of(scores.globalDice())));
            });
        }
        var constant = test.measureConstant(ConstantMask.of(servers.kafka(), plan));
        story.line("%-12s Dice %s".formatted("constant", Figure.of(constant.globalDice())));
        return new DemoReport.Comparison(figures(constant), own);
    }

    private void newStudiesCome(ResultWatch results) {
        story.chapter("New studies come, results go out");
        federation.infer(engine);
        var sender = new Sender(servers.network(), federation.gatewayPort());
        for (var hospital : hospitals) {
            for (var study : hospital.heldOut()) {
                sender.sendImages(hospital, study);
                seriesSent += study.images().size();
            }
        }
        var patience = new Patience(clock, PATIENCE, "results to arrive");
        while (!arrivals.areSettled(seriesSent) || results.settled() < arrivals.waiting()) {
            requireRunning();
            arrivals.look();
            results.look();
            story.progress("%d segmented, %s arrived"
                    .formatted(results.segmented(), Bar.of(results.settled(), arrivals.waiting())));
            patience.with(results.segmented() + " segmented, " + results.settled() + " arrived");
        }
        story.line("%d SEG objects in the archive and %d reports on the FHIR server, %d results not delivered"
                .formatted(results.results().size(), results.results().size(), results.failed()));
    }

    private DemoReport report(
            LearningWatch watch, ResultWatch results, TestSet test, DemoReport.@Nullable Comparison comparison) {
        ModelManifest model = watch.released();
        var delivered = delivered(results, test);
        settings.picture().ifPresent(file -> OverlaySheet.write(file, test.pictures(delivered)));
        return new DemoReport(
                plan.sites().stream().map(this::site).toList(),
                watch.rounds(),
                results.results(),
                new DemoReport.Model(
                        model.getVersion(),
                        HexFormat.of().formatHex(model.getSha256().toByteArray()),
                        model.getParameters()),
                figures(test.measureDelivered(delivered)),
                comparison,
                Duration.between(begun, clock.instant()).toMillis() / 1000.0,
                PeakMemory.mebibytes());
    }

    private DemoReport.Site site(String name) {
        var counts = arrivals.of(name);
        return new DemoReport.Site(name, counts.studies(), counts.series(), counts.slices(), counts.rejected());
    }

    /** What the archive has, as whoever opens the SEG sees it: class numbers on the images' own grid, by series. */
    private Map<String, byte[]> delivered(ResultWatch results, TestSet test) {
        var masks = new LinkedHashMap<String, byte[]>();
        results.segUids().forEach((series, uid) -> {
            var geometry = test.geometries().get(series);
            if (geometry != null) {
                var seg = SegmentationReader.read(servers.archive().read(uid).dataSet());
                var labels = new byte[geometry.voxels()];
                for (int number = 1; number <= plan.classes().size(); number++) {
                    Labels.draw(labels, seg.mask(number, geometry).labels(), number);
                }
                masks.put(series, labels);
            }
        });
        return masks;
    }

    private static DemoReport.Test figures(Scores scores) {
        return new DemoReport.Test(scores.globalDice(), scores.siteDice());
    }
}
