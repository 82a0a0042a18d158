package dev.auricle.inference.follow;

import dev.auricle.learning.state.ModelState;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.ModelManifest;

/**
 * A released model and the plan it was learned by.
 *
 * @param manifest its entry in the register
 * @param lineage what it came of
 */
public record ModelInUse(ModelManifest manifest, Plan plan, ModelState state, Lineage lineage) {}
