package dev.auricle.trainer;

import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.schemas.connect.Worker;
import dev.auricle.schemas.log.PlanFollower;
import dev.auricle.schemas.plan.Plan;
import java.time.Clock;
import java.time.Duration;

/** A running trainer: follows the federation's plan and answers its rounds. */
public final class TrainerMain {
    private static final Duration PLAN_TICK = Duration.ofMillis(200);

    private final TrainerConfig config;
    private final TrainerSite site;
    private final String federation;
    private final LearningEngine engine;
    private final Clock clock;

    private TrainerMain(TrainerConfig config, TrainerSite site, String federation, LearningEngine engine, Clock clock) {
        this.config = config;
        this.site = site;
        this.federation = federation;
        this.engine = engine;
        this.clock = clock;
    }

    /** Starts one, on a thread of its own. */
    public static Worker start(
            TrainerConfig config, TrainerSite site, String federation, LearningEngine engine, Clock clock) {
        var trainer = new TrainerMain(config, site, federation, engine, clock);
        return new Worker("trainer-" + site.name(), clock, trainer::followPlans);
    }

    private void followPlans(Worker.Stopping stopping) {
        try (var plans = new PlanFollower(site.federation(), federation)) {
            while (!stopping.isStopping()) {
                plans.poll(PLAN_TICK)
                        .map(PlanFollower.PlanInForce::plan)
                        .filter(plan -> plan.sites().contains(site.name()))
                        .ifPresent(plan -> train(plan, plans, stopping));
            }
        }
    }

    private void train(Plan plan, PlanFollower plans, Worker.Stopping stopping) {
        try (var flow = new TrainerFlow(config, site, plan, engine, clock)) {
            while (!stopping.isStopping() && isInForce(plan, plans)) {
                flow.step(stopping::isStopping);
            }
        }
    }

    private static boolean isInForce(Plan plan, PlanFollower plans) {
        return plans.poll(Duration.ZERO)
                .filter(inForce -> inForce.plan().equals(plan))
                .isPresent();
    }
}
