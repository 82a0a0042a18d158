package dev.auricle.deploy.survive;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.log.LogReader.Entry;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.RoundCommit;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;
import dev.auricle.schemas.topic.Topics;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * What a federation's log tells, without times and places: two runs that learned the same from the same tell the same.
 *
 * @param rounds what the coordinator said, in order
 * @param answers what sites answered, sorted, with the hash over all shards and the figures
 * @param commits who was in, once a lane, sorted
 * @param shards each merged shard with its hash, sorted
 * @param models what the register said, in order, with the hash of each model
 * @param parts what sites kept, sorted, with whence it came and its hash
 */
record Told(
        List<String> rounds,
        List<String> answers,
        List<String> commits,
        List<String> shards,
        List<String> models,
        List<String> parts) {
    static Told by(Hub hub) {
        return new Told(
                hub.read(Topics.ROUNDS).stream()
                        .map(entry -> event(entry.value()))
                        .toList(),
                hub.read(Topics.UPDATE_MANIFESTS).stream()
                        .map(entry -> answer(entry.value()))
                        .sorted()
                        .toList(),
                hub.read(Topics.ROUND_COMMITS).stream()
                        .map(entry -> commit(entry.value()))
                        .sorted()
                        .toList(),
                hub.read(Topics.MODEL_SHARDS).stream()
                        .map(entry -> entry.key().path() + " "
                                + hex(Sha256.of(entry.value().getWeights()).toByteArray()))
                        .sorted()
                        .toList(),
                hub.read(Topics.MODELS).stream()
                        .map(Entry::value)
                        .map(Told::model)
                        .toList(),
                parts(hub));
    }

    /** By what there is without a log. */
    static Told by(List<RoundEvent> rounds, List<UpdateManifest> answers, List<ModelManifest> models) {
        return new Told(
                rounds.stream().map(Told::event).toList(),
                answers.stream().map(Told::answer).sorted().toList(),
                List.of(),
                List.of(),
                models.stream().map(Told::model).toList(),
                List.of());
    }

    /** Kept twice is kept once: the last of a key counts. */
    private static List<String> parts(Hub hub) {
        var parts = new TreeMap<String, String>();
        hub.read(Topics.PERSONAL_MODELS)
                .forEach(entry -> parts.put(
                        entry.key().path(),
                        entry.value().getParentRound() + " "
                                + hex(entry.value().getSha256().toByteArray())));
        return parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .toList();
    }

    private static String event(RoundEvent event) {
        return event.getRound() + " " + event.getPurpose() + " " + event.getEventCase();
    }

    private static String answer(UpdateManifest answer) {
        return answer.getRound() + " " + answer.getSite() + " " + answer.getSamples() + " " + answer.getUpdateId() + " "
                + hex(Sha256.of(ByteString.copyFrom(answer.getShardSha256List()))
                        .toByteArray()) + " "
                + new TreeMap<>(answer.getMetricsMap());
    }

    private static String commit(RoundCommit commit) {
        return commit.getRound() + " "
                + commit.getParticipantsList().stream()
                        .map(site -> site.getSite() + "=" + site.getSamples() + "=" + site.getUpdateId())
                        .toList();
    }

    private static String model(ModelManifest model) {
        return model.getVersion() + " " + model.getStatus() + " "
                + hex(model.getSha256().toByteArray());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
