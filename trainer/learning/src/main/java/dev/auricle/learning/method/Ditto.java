package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.loss.LossWeights;
import dev.auricle.learning.loss.Proximity;
import dev.auricle.learning.loss.WeightedLoss;
import dev.auricle.learning.network.NetworkSpec;
import dev.auricle.learning.network.Parameters;
import dev.auricle.learning.state.Layout;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.TensorShape;

/**
 * Ditto (Li, Hu, Beirami, Smith, <i>Ditto: fair and robust federated learning through personalization</i>, ICML 2021): one
 * model learned as in {@link FedAvg}, and at each site a second one of the same size that is held near it,
 *
 * <pre>loss(v) + λ/2 · ‖v − θ_merged‖²</pre>
 *
 * <p>Twice the memory and twice the time. The second model's tensors have the same names with {@value #OWN} before them,
 * so that no layout takes one for the other.
 */
public final class Ditto extends OneNetwork {

    private static final String OWN = "own.";

    private final LossWeights loss;
    private final double pull;
    private final Layout personal;

    /**
     * Learns that network with that loss.
     *
     * @param pull λ, at least 0; 0 is a second model that learns alone from the first merged model on
     */
    public Ditto(NetworkSpec spec, LossWeights loss, double pull) {
        super(spec, name -> false);
        this.loss = loss;
        this.pull = pull;
        this.personal = new Layout(super.shared().tensors().stream()
                .map(tensor -> new TensorShape(OWN + tensor.name(), tensor.dimensions()))
                .toList());
    }

    @Override
    public Layout personal() {
        return personal;
    }

    @Override
    public boolean hasGlobalModel() {
        return true;
    }

    /** A copy of what everybody has. */
    @Override
    public PersonalState initialPersonal(ModelState shared, long seed) {
        return own(shared);
    }

    @Override
    public Lesson begin(NDManager owner, SiteModel start, Terms terms) {
        return new TwoModels(owner, start, terms);
    }

    @Override
    public Predictor predictor(NDManager owner, View view) {
        ModelState asked =
                view instanceof View.Local local ? plain(local.model().personal()) : view.shared();
        return super.predictor(owner, new View.Global(asked));
    }

    /** The same values under the second model's names. */
    private PersonalState own(ModelState model) {
        return new PersonalState(renamed(model, personal));
    }

    private ModelState plain(PersonalState own) {
        personal.requireSame(own.state().layout());
        return renamed(own.state(), shared());
    }

    private static ModelState renamed(ModelState model, Layout layout) {
        float[] vector = new float[model.parameters()];
        model.vector().get(vector);
        return ModelState.of(layout, vector);
    }

    /** Both models learn from every batch; what is reported is the first one's loss. */
    private final class TwoModels implements Lesson {

        private final NetworkLesson everybodys;
        private final NetworkLesson own;

        TwoModels(NDManager owner, SiteModel start, Terms terms) {
            this.everybodys = lesson(owner, start.shared(), terms);
            Parameters anchor = new Parameters(owner, shared());
            anchor.load(start.shared());
            this.own =
                    new NetworkLesson(owner, Ditto.this, WeightedLoss.of(loss), alone(plain(start.personal())), terms) {
                        private final Proximity proximity =
                                new Proximity(owner, network().parameters().all(), anchor.all(), pull);

                        @Override
                        protected NDArray loss(Batch batch) {
                            return super.loss(batch)
                                    .add(proximity.in(batch.images().getManager()));
                        }
                    };
        }

        @Override
        public Descended step(Batch batch, Moment moment) {
            Descended first = everybodys.step(batch, moment);
            Descended second = own.step(batch, moment);
            return first.isFinite() && !second.isFinite() ? second : first;
        }

        @Override
        public Predictor present() {
            return everybodys.present();
        }

        @Override
        public SiteModel learned() {
            ModelState personal = own.learned().shared();
            return new SiteModel(everybodys.learned().shared(), own(personal));
        }

        @Override
        public void close() {
            everybodys.close();
            own.close();
        }

        private NetworkLesson lesson(NDManager owner, ModelState model, Terms terms) {
            return new NetworkLesson(owner, Ditto.this, WeightedLoss.of(loss), alone(model), terms);
        }

        private static SiteModel alone(ModelState model) {
            return new SiteModel(model, PersonalState.none());
        }
    }
}
