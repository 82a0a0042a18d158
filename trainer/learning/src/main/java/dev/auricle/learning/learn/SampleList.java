package dev.auricle.learning.learn;

import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** Samples in memory: for simulation, tests and a small validation set. Shuffled as a log of the same blocks would be. */
public final class SampleList implements SampleSource {

    private final List<Sample> samples;
    private final int blockLength;

    /**
     * Samples in recorded order.
     *
     * @param blockLength samples per block, at least 1
     */
    public SampleList(List<Sample> samples, int blockLength) {
        if (blockLength < 1) {
            throw new IllegalArgumentException("a block must have a sample, not " + blockLength);
        }
        this.samples = List.copyOf(samples);
        this.blockLength = blockLength;
    }

    @Override
    public SampleStream open(Pass pass) {
        int blocks = (samples.size() + blockLength - 1) / blockLength;
        IntStream places = IntStream.of(BlockOrder.ofBlocks(pass, blocks)).flatMap(block -> placesIn(pass, block));
        return new Places(places.iterator());
    }

    private IntStream placesIn(Pass pass, int block) {
        int first = block * blockLength;
        int size = Math.min(blockLength, samples.size() - first);
        return IntStream.of(BlockOrder.within(pass, block, size)).map(place -> first + place);
    }

    private final class Places implements SampleStream {

        private final PrimitiveIterator.OfInt places;

        Places(PrimitiveIterator.OfInt places) {
            this.places = places;
        }

        @Override
        public Optional<Sample> next() {
            return places.hasNext() ? Optional.of(samples.get(places.nextInt())) : Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
