package dev.auricle.learning.method;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.auricle.learning.descend.Descended;
import dev.auricle.learning.descend.Descent;
import dev.auricle.learning.loss.Loss;
import dev.auricle.learning.network.Network;

/** A lesson in which one network walks downhill with all its tensors. Methods add to what is made small. */
public class NetworkLesson implements Lesson {

    private final NDManager manager;
    private final Partition partition;
    private final Loss criterion;
    private final Network network;
    private final Descent descent;

    /** Loads the model to begin with. */
    public NetworkLesson(NDManager owner, OneNetwork method, Loss criterion, SiteModel start, Terms terms) {
        this.manager = owner.newSubManager();
        this.partition = method.partition();
        this.criterion = criterion;
        this.network = method.spec().build(manager);
        network.parameters().load(partition.join(start));
        this.descent = Descent.of(manager, network.parameters().all(), terms.optimizer());
    }

    /** What has the parameters that are learned. */
    protected Network network() {
        return network;
    }

    /** What is made small: the criterion of prediction and label. */
    protected NDArray loss(Batch batch) {
        return criterion.of(network.forward(batch.images()), batch.labels());
    }

    @Override
    public Descended step(Batch batch, Moment moment) {
        return descent.step(() -> loss(batch));
    }

    @Override
    public Predictor present() {
        return images -> network.forward(images).logSoftmax(1);
    }

    @Override
    public SiteModel learned() {
        return partition.split(network.parameters().snapshot());
    }

    @Override
    public void close() {
        manager.close();
    }
}
