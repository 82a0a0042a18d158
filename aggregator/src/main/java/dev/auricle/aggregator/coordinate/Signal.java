package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.UpdateManifest;

/** What the coordinator hears. */
public sealed interface Signal {
    /** A researcher published a plan. */
    record PlanPublished(Plan plan) implements Signal {}

    /** A site answered a round. */
    record SiteAnswered(UpdateManifest answer) implements Signal {}

    /** A model version is in the register. */
    record ModelRegistered(ModelManifest model) implements Signal {}
}
