package dev.auricle.aggregator.merge;

import com.google.protobuf.ByteString;
import java.nio.FloatBuffer;

/** Folds the contributions to one shard into one. Contributions come in site order. */
public interface Fold {
    /**
     * Takes one site's contribution.
     *
     * @param weights its shard
     * @param samples how many samples it learned from: n_k
     */
    void add(FloatBuffer weights, long samples);

    /** The merged shard, float32 little endian. */
    ByteString result();
}
