package dev.auricle.aggregator.merge;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.shard.FloatBytes;
import java.nio.FloatBuffer;

/**
 * Federated averaging of one shard.
 *
 * <pre>  θ = Σ_k (n_k / N) θ_k,   N = Σ_k n_k </pre>
 *
 * McMahan et al., <i>Communication-Efficient Learning of Deep Networks from Decentralized Data</i>, AISTATS 2017,
 * algorithm 1; equation (5) of the patent. The sum is kept in double precision and in site order, and is rounded to
 * single precision once, so that its bytes depend on the contributions alone and not on when they arrived.
 */
final class FedAvg implements Fold {
    private final double[] sum;
    private final long total;

    /**
     * For a shard of that many floats.
     *
     * @param total N
     */
    FedAvg(int length, long total) {
        if (total < 1) {
            throw new IllegalArgumentException("the contributions have no samples: nothing to weigh them by");
        }
        sum = new double[length];
        this.total = total;
    }

    @Override
    public void add(FloatBuffer weights, long samples) {
        if (weights.remaining() != sum.length) {
            throw new UnableToMerge("a contribution has " + weights.remaining() + " floats, the shard " + sum.length);
        }
        double share = (double) samples / total;
        for (int index = 0; index < sum.length; index++) {
            sum[index] += share * weights.get(index);
        }
    }

    @Override
    public ByteString result() {
        var merged = new float[sum.length];
        for (int index = 0; index < merged.length; index++) {
            merged[index] = (float) sum[index];
        }
        return FloatBytes.of(merged);
    }
}
