package dev.auricle.deploy.rehearse;

import dev.auricle.learning.method.SiteModel;
import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.ModelManifest;
import java.util.Map;
import java.util.Optional;

/**
 * How a rehearsal ended.
 *
 * @param outcome whether it came to its end
 * @param model the last model's entry in the register; empty when no round was merged
 * @param sites each site's model: what everybody has, and what goes with it of the site's own
 */
public record Rehearsed(Outcome outcome, Optional<ModelManifest> model, Map<String, SiteModel> sites) {
    /** Keeps a copy of the map. */
    public Rehearsed {
        sites = Map.copyOf(sites);
    }

    /** The model that a site of the plan ends with: its own or, where all was learned in one place, that one. */
    public SiteModel modelOf(String site) {
        return Optional.ofNullable(sites.get(site))
                .or(() -> Optional.ofNullable(sites.get(Gathered.EVERYBODY)))
                .orElseThrow(() -> new IllegalArgumentException("there is no site " + site));
    }
}
