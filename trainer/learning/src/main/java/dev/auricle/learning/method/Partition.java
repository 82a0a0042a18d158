package dev.auricle.learning.method;

import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.Tensor;
import dev.auricle.learning.state.TensorShape;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Divides the tensors of one layout into those that are shared and those that stay, by their names. Each part keeps the
 * order of the whole.
 */
public final class Partition {

    private final Layout whole;
    private final Layout shared;
    private final Layout personal;

    /** Which names stay. */
    public Partition(Layout whole, Predicate<String> stays) {
        this.whole = whole;
        this.shared = part(whole, stays.negate());
        this.personal = part(whole, stays);
    }

    /** All tensors. */
    public Layout whole() {
        return whole;
    }

    /** The tensors that may be sent. */
    public Layout shared() {
        return shared;
    }

    /** The tensors that stay. */
    public Layout personal() {
        return personal;
    }

    /** Both parts as one model. */
    public ModelState join(SiteModel model) {
        shared.requireSame(model.shared().layout());
        personal.requireSame(model.personal().state().layout());
        ModelState kept = model.personal().state();
        return copy(whole, name -> kept.layout().has(name) ? kept : model.shared());
    }

    /** One model in its parts. */
    public SiteModel split(ModelState model) {
        whole.requireSame(model.layout());
        return new SiteModel(copy(shared, name -> model), new PersonalState(copy(personal, name -> model)));
    }

    private static ModelState copy(Layout layout, Function<String, ModelState> from) {
        List<Tensor> tensors = layout.tensors().stream()
                .map(shape -> from.apply(shape.name()).tensor(shape.name()))
                .toList();
        return ModelState.of(tensors);
    }

    private static Layout part(Layout whole, Predicate<String> belongs) {
        Stream<TensorShape> tensors = whole.tensors().stream().filter(tensor -> belongs.test(tensor.name()));
        return new Layout(tensors.toList());
    }
}
