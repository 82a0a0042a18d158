package dev.auricle.deploy.perform;

import dev.auricle.deploy.supply.HospitalStudies;
import dev.auricle.deploy.supply.Study;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.plan.Preprocessing;
import dev.auricle.schemas.plan.Rounds;
import dev.auricle.schemas.plan.SegmentClass;
import dev.auricle.trainer.learn.PlanSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The plan that the demo follows. */
final class DemoPlan {
    private DemoPlan() {}

    /** The one that was given, the phantoms' or, for studies in folders, one that suits them. */
    static Plan of(DemoSettings settings, List<HospitalStudies> hospitals) {
        if (settings.plan().isPresent()) {
            var plan = Plan.read(settings.plan().get());
            return with(plan, plan.preprocessing(), plan.classes(), settings, hospitals);
        }
        if (settings.studies().isEmpty()) {
            var plan = bundled("/demo-plan.yaml");
            return with(plan, plan.preprocessing(), plan.classes(), settings, hospitals);
        }
        var plan = bundled("/folders-plan.yaml");
        List<Study> studies = hospitals.stream()
                .flatMap(hospital -> hospital.learning().stream())
                .toList();
        var grid = FittingGrid.suiting(studies, plan.preprocessing());
        return with(plan, grid, List.of(CommonClass.of(studies)), settings, hospitals);
    }

    private static Plan bundled(String resource) {
        try (var in = Objects.requireNonNull(DemoPlan.class.getResourceAsStream(resource), resource)) {
            var yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Configuration.parse(yaml, resource, Map.of()).as(Plan.class);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Plan with(
            Plan plan,
            Preprocessing preprocessing,
            List<SegmentClass> classes,
            DemoSettings settings,
            List<HospitalStudies> hospitals) {
        if (!PlanSettings.method(plan).hasGlobalModel()) {
            throw new IllegalArgumentException("the demo delivers what the model for everybody sees, and the method "
                    + plan.method().name() + " has none");
        }
        var rounds = plan.rounds();
        return new Plan(
                plan.federation(),
                hospitals.stream().map(HospitalStudies::name).toList(),
                settings.seed(),
                preprocessing,
                classes,
                plan.annotations(),
                plan.quality(),
                plan.network(),
                plan.method(),
                plan.learning(),
                new Rounds(
                        settings.rounds().orElse(rounds.count()),
                        rounds.quorum(),
                        rounds.deadline(),
                        rounds.rule(),
                        rounds.shardLength(),
                        rounds.abandonLimit()));
    }
}
