package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.upper.State;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Damages conversations, and has them heard in memory. How many is said by {@code -Dauricle.fuzz.count}, which by
 * {@code -Dauricle.fuzz.seed}: number n of a run is the one of seed + n.
 *
 * @param byRequestors what requestors said, each from its first byte to its last
 * @param byAcceptors what acceptors said
 */
record Fuzzing(List<Buffer> byRequestors, List<Buffer> byAcceptors) {
    private static final long COUNT = Long.getLong("auricle.fuzz.count", 20_000);
    private static final long SEED = Long.getLong("auricle.fuzz.seed", 1);

    void run() {
        for (long seed = SEED; seed < SEED + COUNT; seed++) {
            var random = new Random(seed);
            if (random.nextBoolean()) {
                endsAsItShould(seed, byRequestors, InMemoryEnd::acceptor, random);
            } else {
                endsAsItShould(seed, byAcceptors, InMemoryEnd::requestor, random);
            }
        }
    }

    /** Read in pieces of any length and then cut, an end is idle, and its timer stopped; no unit comes from nothing. */
    private static void endsAsItShould(long seed, List<Buffer> said, Supplier<InMemoryEnd> ends, Random random) {
        var bytes = Mutation.of(said.get(random.nextInt(said.size())).getBytes(), random);
        var end = ends.get();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
            end.read(Buffer.buffer(bytes).slice(from, to));
            from = to;
        }
        end.cut();
        assertThat(end.state()).as("seed %d", seed).isEqualTo(State.STA1);
        assertThat(end.isTiming()).as("seed %d", seed).isFalse();
        assertThat(end.units()).as("seed %d", seed).isLessThanOrEqualTo(bytes.length);
    }
}
