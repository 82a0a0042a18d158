package dev.auricle.aggregator;

import dev.auricle.aggregator.coordinate.Decision;
import dev.auricle.aggregator.coordinate.Signal;
import dev.auricle.aggregator.merge.LaneSignal;
import dev.auricle.aggregator.register.RegisterSignal;
import dev.auricle.schemas.key.AnswerKey;
import dev.auricle.schemas.key.RoundKey;
import dev.auricle.schemas.key.UpdateKey;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.record.UpdateShard;
import org.apache.kafka.streams.KeyValue;

/** Turns records into what the steps hear, under the key that the step works by. */
final class Signals {
    private Signals() {}

    static KeyValue<String, Signal> ofAnswer(AnswerKey key, UpdateManifest answer) {
        return KeyValue.pair(
                key.federation(),
                new Signal.SiteAnswered(answer.toBuilder().clearShardSha256().build()));
    }

    static KeyValue<String, Signal> ofModel(String version, ModelManifest model) {
        return KeyValue.pair(model.getFederation(), new Signal.ModelRegistered(model));
    }

    static KeyValue<RoundKey, RoundCommit> toCommit(String federation, Decision decision) {
        var commit = ((Decision.Merge) decision).commit();
        return KeyValue.pair(new RoundKey(federation, commit.getRound()), commit);
    }

    static KeyValue<String, LaneSignal> ofShard(UpdateKey key, UpdateShard shard) {
        return KeyValue.pair(key.path(), new LaneSignal.ShardArrived(key, shard.getUpdateId()));
    }

    static KeyValue<String, LaneSignal> ofCommit(RoundKey key, RoundCommit commit) {
        return KeyValue.pair(key.path(), new LaneSignal.RoundDecided(commit));
    }

    static KeyValue<String, RegisterSignal> ofCommitted(String federation, RoundEvent event) {
        return KeyValue.pair(event.getCommitted().getModelVersion(), new RegisterSignal.RoundCommitted(event));
    }
}
