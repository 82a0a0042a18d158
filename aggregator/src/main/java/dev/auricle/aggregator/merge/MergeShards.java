package dev.auricle.aggregator.merge;

import dev.auricle.schemas.key.ShardKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.PendingMerge;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.shard.Shards;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane of the merge: the shards i with i mod lanes = partition.
 *
 * <p>The store {@link #PLACES} holds where in the log each contribution to an open round lies, never its bytes. When the
 * round is decided, each shard's K contributions are read from there one after the other, in site order, and folded: one
 * shard is in memory at a time, whatever the size of the model and the number of sites. A few shards a tick, so that
 * transactions stay short. A commit that arrives before the last of its shards waits for it.
 */
public final class MergeShards implements Processor<String, LaneSignal, ShardKey, ModelShard> {
    /** Update key and update id → offset in {@code update.shards}. */
    public static final String PLACES = "shard-places";

    /** Round → what is still to be merged in this lane. */
    public static final String PENDING = "pending-merges";

    private static final Logger LOG = LoggerFactory.getLogger(MergeShards.class);
    private static final Duration TICK = Duration.ofMillis(20);
    private static final int SHARDS_A_TICK = 8;

    private final int lanes;
    private final Supplier<ShardSource> openSource;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<ShardKey, ModelShard> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Long> places;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, PendingMerge> pending;

    @SuppressWarnings("NullAway.Init")
    private ShardSource source;

    /**
     * A lane.
     *
     * @param lanes how many there are
     * @param openSource opens a reader of contributions; the lane closes it
     */
    public MergeShards(int lanes, Supplier<ShardSource> openSource) {
        this.lanes = lanes;
        this.openSource = openSource;
    }

    @Override
    public void init(ProcessorContext<ShardKey, ModelShard> context) {
        this.context = context;
        places = context.getStateStore(PLACES);
        pending = context.getStateStore(PENDING);
        source = openSource.get();
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::mergeSome);
    }

    @Override
    public void close() {
        source.close();
    }

    @Override
    public void process(Record<String, LaneSignal> heard) {
        if (heard.value() instanceof LaneSignal.ShardArrived arrived) {
            places.put(
                    place(arrived.key(), arrived.updateId()),
                    context.recordMetadata().orElseThrow().offset());
        } else if (heard.value() instanceof LaneSignal.RoundDecided decided) {
            var commit = decided.commit();
            pending.put(
                    commit.getModelVersion(),
                    PendingMerge.newBuilder()
                            .setCommit(commit)
                            .setNextShard(lane())
                            .build());
        }
    }

    private void mergeSome(long now) {
        for (int merged = 0; merged < SHARDS_A_TICK; merged++) {
            var next = nextPending();
            if (next.isEmpty() || !mergeNext(next.get(), now)) {
                return;
            }
        }
    }

    private Optional<PendingMerge> nextPending() {
        try (var all = pending.all()) {
            return all.hasNext()
                    ? Optional.of(all.next()).map((KeyValue<String, PendingMerge> entry) -> entry.value)
                    : Optional.empty();
        }
    }

    /** Merges one shard; {@code false} when a contribution to it has not arrived yet. */
    private boolean mergeNext(PendingMerge merge, long now) {
        var commit = merge.getCommit();
        int shard = merge.getNextShard();
        var shards = new Shards(commit.getParameters(), commit.getShardLength());
        if (shard >= shards.count()) {
            finish(commit);
            return true;
        }
        var contributions = locate(commit, shard);
        if (contributions.size() < commit.getParticipantsCount()) {
            return false;
        }
        var weights = fold(commit, shards.lengthOf(shard), contributions);
        context.forward(new Record<>(new ShardKey(commit.getModelVersion(), shard), weights, now));
        forget(commit, shard);
        pending.put(
                commit.getModelVersion(),
                merge.toBuilder().setNextShard(shard + lanes).build());
        return true;
    }

    private List<Long> locate(RoundCommit commit, int shard) {
        var found = new ArrayList<Long>();
        for (var participant : commit.getParticipantsList()) {
            Optional.ofNullable(places.get(place(commit, shard, participant))).ifPresent(found::add);
        }
        return found;
    }

    private ModelShard fold(RoundCommit commit, int length, List<Long> contributions) {
        var merged = Folds.merge(
                commit,
                length,
                place -> source.read(lane(), contributions.get(place)).getWeights());
        return ModelShard.newBuilder().setWeights(merged).build();
    }

    private void forget(RoundCommit commit, int shard) {
        commit.getParticipantsList().forEach(participant -> places.delete(place(commit, shard, participant)));
    }

    /** What is left of this round and of earlier ones that were abandoned will never be asked for. */
    private void finish(RoundCommit commit) {
        pending.delete(commit.getModelVersion());
        var stale = new ArrayList<String>();
        try (var all = places.prefixScan(commit.getFederation() + "/", new StringSerializer())) {
            all.forEachRemaining((KeyValue<String, Long> entry) -> {
                if (roundOf(entry.key) <= commit.getRound()) {
                    stale.add(entry.key);
                }
            });
        }
        stale.forEach(places::delete);
        LOG.atInfo()
                .addKeyValue("federation", commit.getFederation())
                .addKeyValue("round", commit.getRound())
                .addKeyValue("lane", lane())
                .log("merged");
    }

    private int lane() {
        return context.taskId().partition();
    }

    private static int roundOf(String place) {
        return UpdateKey.parse(place.substring(0, place.lastIndexOf('/'))).round();
    }

    private static String place(RoundCommit commit, int shard, Participant participant) {
        return place(
                new UpdateKey(commit.getFederation(), commit.getRound(), shard, participant.getSite()),
                participant.getUpdateId());
    }

    private static String place(UpdateKey key, String updateId) {
        return key.path() + "/" + updateId;
    }
}
