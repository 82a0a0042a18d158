package dev.auricle.schemas.log;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.PersonalManifest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * What came of what: the models in a register, each with its parent and the updates that are in it.
 *
 * <p>A site's own part counts where the update counts that was learned with it. So with a model goes the part of the last
 * of its ancestors, the model itself among them, that has the site's update in it. A part that was learned in a round that
 * was abandoned, or whose update came too late, goes with no model at all.
 */
public final class Lineage {
    private final Map<String, ModelManifest> models = new HashMap<>();

    /** Of these models; of several of one version the last counts. */
    public Lineage(Collection<ModelManifest> register) {
        register.forEach(model -> models.put(model.getVersion(), model));
    }

    /** A version's entry. */
    public Optional<ModelManifest> model(String version) {
        return Optional.ofNullable(models.get(version));
    }

    /**
     * The part that goes with a model.
     *
     * @param version the model's; empty: the plan's seed, with which no part goes
     * @param parts one site's
     */
    public Optional<PersonalManifest> partWith(String version, Collection<PersonalManifest> parts) {
        var seen = new HashSet<String>();
        for (var model = model(version);
                model.isPresent();
                model = model(model.get().getParent())) {
            var ancestor = model.get();
            if (!seen.add(ancestor.getVersion())) {
                return Optional.empty();
            }
            var part = parts.stream().filter(own -> isIn(own, ancestor)).findFirst();
            if (part.isPresent()) {
                return part;
            }
        }
        return Optional.empty();
    }

    private boolean isIn(PersonalManifest part, ModelManifest model) {
        return part.getFederation().equals(model.getFederation())
                && part.getRound() == model.getRound()
                && part.getPlanSha256().equals(model.getPlanSha256())
                && part.getBaseVersion().equals(model.getParent())
                && part.getBaseSha256().equals(sha256(model.getParent()))
                && model.getParticipantsList().stream()
                        .anyMatch(participant -> participant.getSite().equals(part.getSite())
                                && participant.getUpdateId().equals(part.getUpdateId()));
    }

    private ByteString sha256(String version) {
        return model(version).map(ModelManifest::getSha256).orElse(ByteString.EMPTY);
    }
}
