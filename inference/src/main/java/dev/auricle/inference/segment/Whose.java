package dev.auricle.inference.segment;

import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.SiteParts;
import dev.auricle.learning.method.View;
import dev.auricle.schemas.record.PersonalManifest;
import java.util.Optional;

/**
 * Whose prediction a segmentation is.
 *
 * @param view what predicts
 * @param version names the model, and the site where it is the site's
 * @param site whose it is; empty: the federation's
 * @param part what the site kept; empty: the federation's, or the method's initial part
 */
record Whose(View view, String version, Optional<String> site, Optional<PersonalManifest> part) {
    /** The federation's. */
    static Whose federations(ModelInUse model) {
        return new Whose(
                new View.Global(model.state()), model.manifest().getVersion(), Optional.empty(), Optional.empty());
    }

    /** A site's; its version is the model's with the site's name, so that both have names of their own. */
    static Whose sites(ModelInUse model, SiteParts parts, String site) {
        var own = parts.with(model, site);
        return new Whose(
                new View.Local(own.model()), model.manifest().getVersion() + "+" + site, Optional.of(site), own.part());
    }
}
