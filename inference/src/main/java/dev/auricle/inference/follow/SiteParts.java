package dev.auricle.inference.follow;

import dev.auricle.learning.method.PersonalState;
import dev.auricle.learning.method.SiteModel;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.PersonalReader;
import dev.auricle.schemas.record.PersonalManifest;
import java.util.List;
import java.util.Optional;

/** What sites keep to themselves: with a model goes the part that was learned with it. */
public final class SiteParts implements AutoCloseable {
    private final KafkaConnection cluster;
    private Optional<PersonalReader> reader = Optional.empty();

    /** On a site's cluster; read when the first is asked for. */
    public SiteParts(KafkaConnection cluster) {
        this.cluster = cluster;
    }

    /**
     * A site's model.
     *
     * @param part what it keeps; empty: nothing goes with the model, and the site begins with the method's initial part
     */
    public record SitesOwn(SiteModel model, Optional<PersonalManifest> part) {}

    /** A model with what a site keeps of it. */
    public SitesOwn with(ModelInUse model, String site) {
        var method = ModelFollower.method(model.plan());
        var part = method.personal().parameters() == 0
                ? Optional.<PersonalManifest>empty()
                : reader().partWith(
                                model.plan().federation(),
                                site,
                                model.manifest().getVersion(),
                                model.lineage())
                        .filter(kept -> isOf(kept, method.personal().tensors()));
        var own = part.map(kept -> new SiteModel(
                        model.state(), new PersonalState(ModelState.of(method.personal(), reader().read(kept)))))
                .orElseGet(() -> method.join(model.state(), model.plan().seed(), site));
        return new SitesOwn(own, part);
    }

    @Override
    public void close() {
        reader.ifPresent(PersonalReader::close);
    }

    private PersonalReader reader() {
        if (reader.isEmpty()) {
            reader = Optional.of(new PersonalReader(cluster));
        }
        return reader.get();
    }

    private static boolean isOf(PersonalManifest part, List<TensorShape> tensors) {
        return part.getLayout().getTensorsList().stream()
                .map(tensor -> new TensorShape(tensor.getName(), tensor.getShapeList()))
                .toList()
                .equals(tensors);
    }
}
