package dev.auricle.trainer.replay;

import dev.auricle.learning.learn.BlockOrder;
import dev.auricle.learning.learn.Pass;
import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.learn.SampleSource;
import dev.auricle.learning.learn.SampleStream;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples of a site as the learner wants them, read from the log pass by pass. The log is cut into blocks of samples that
 * follow each other; a pass takes blocks in a seeded order and the samples of a block in a seeded order, so that reading
 * stays sequential and one block is in memory at a time.
 */
final class PartitionSource implements SampleSource {
    static final int BLOCK = 64;

    private final LogReader log;
    private final int partition;
    private final List<Long> offsets;

    PartitionSource(LogReader log, int partition, List<Long> offsets) {
        this.log = log;
        this.partition = partition;
        this.offsets = List.copyOf(offsets);
    }

    @Override
    public SampleStream open(Pass pass) {
        int blocks = (offsets.size() + BLOCK - 1) / BLOCK;
        return new Blocks(pass, BlockOrder.ofBlocks(pass, blocks));
    }

    private final class Blocks implements SampleStream {
        private final Pass pass;
        private final int[] order;
        private final Deque<Sample> inHand = new ArrayDeque<>();
        private int next;

        Blocks(Pass pass, int[] order) {
            this.pass = pass;
            this.order = order;
        }

        @Override
        public Optional<Sample> next() {
            if (inHand.isEmpty() && next < order.length) {
                load(order[next++]);
            }
            return Optional.ofNullable(inHand.poll());
        }

        private void load(int block) {
            var places = offsets.subList(block * BLOCK, Math.min(offsets.size(), (block + 1) * BLOCK));
            var samples = read(places);
            for (int place : BlockOrder.within(pass, block, places.size())) {
                inHand.add(Optional.ofNullable(samples.get(places.get(place)))
                        .orElseThrow(() -> new UnableToReplay(partition, places.get(place))));
            }
        }

        @Override
        public void close() {
            inHand.clear();
        }
    }

    private Map<Long, Sample> read(List<Long> places) {
        Map<Long, Sample> samples = new HashMap<>();
        log.read(Topics.SAMPLES, partition, places.get(0), places.get(places.size() - 1), entry -> {
            if (places.contains(entry.offset())) {
                samples.put(entry.offset(), Samples.of(entry.value()));
            }
        });
        return samples;
    }
}
