package dev.auricle.learning.learn;

import ai.djl.ndarray.NDManager;
import dev.auricle.learning.augment.Slice;
import dev.auricle.learning.method.Batch;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gathers samples into batches, one after the other in the same memory. Kept from epoch to epoch; holds one batch and
 * nothing else, however many samples there are.
 */
final class Batches {

    private final int batchSize;
    private final int classes;
    private Optional<BatchMemory> memory = Optional.empty();

    Batches(int batchSize, int classes) {
        this.batchSize = batchSize;
        this.classes = classes;
    }

    /**
     * Gathers the next batch in place of the last.
     *
     * @param vary what to learn from a sample: its slice, or a variation of it
     * @return false when the stream was at its end, so that there is no batch
     */
    boolean gather(SampleStream samples, Function<Sample, Slice> vary) {
        memory.ifPresent(BatchMemory::clear);
        while (memory.isEmpty() || !memory.get().isFull()) {
            Optional<Sample> sample = samples.next();
            if (sample.isEmpty()) {
                return size() > 0;
            }
            Slice slice = vary.apply(sample.get());
            roomFor(slice).add(slice, sample.get().key());
        }
        return true;
    }

    /** Samples in the batch. */
    int size() {
        return memory.map(BatchMemory::size).orElse(0);
    }

    /** The batch, as arrays of that manager; valid until the next is gathered. */
    Batch in(NDManager manager) {
        return memory.orElseThrow().in(manager);
    }

    private BatchMemory roomFor(Slice slice) {
        if (memory.isEmpty()) {
            memory = Optional.of(new BatchMemory(batchSize, classes, slice));
        }
        return memory.get();
    }
}
