package dev.auricle.schemas.log;

import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.ModelShard;
import dev.auricle.schemas.record.ShardPlace;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.shard.Layouts;
import dev.auricle.schemas.topic.Topic;
import java.util.List;

/** Puts a vector together from the shards that a manifest points at. */
record VectorReader(LogReader log, Topic<?, ModelShard> topic) {

    /**
     * All of it, in the order of the layout.
     *
     * @param name for errors
     * @throws UnableToReadLog when a shard is gone or is not the one that the manifest names
     */
    float[] read(String name, Layout layout, List<ShardPlace> places) {
        var shards = Layouts.shards(layout);
        var parameters = new float[Math.toIntExact(shards.parameters())];
        for (int index = 0; index < shards.count(); index++) {
            int begin = (int) shards.begin(index);
            int length = shards.lengthOf(index);
            var place = places.get(index);
            var what = "shard " + index + " of " + name;
            log.read(topic, place.getPartition(), place.getOffset(), place.getOffset(), entry -> {
                var weights = entry.value().getWeights();
                if (!Sha256.of(weights).equals(place.getSha256()) || weights.size() != length * Float.BYTES) {
                    throw new UnableToReadLog(what + " at " + topic.name() + "-" + place.getPartition() + "@"
                            + place.getOffset() + " is not the one that was written");
                }
                FloatBytes.view(weights).get(parameters, begin, length);
            });
        }
        return parameters;
    }
}
