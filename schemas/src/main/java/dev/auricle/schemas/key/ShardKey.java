package dev.auricle.schemas.key;

/** Key of {@code model.shards}: one shard of one model version. */
public record ShardKey(String version, int shard) implements PathKey {
    /** Reads {@link #path}. */
    public static ShardKey parse(String path) {
        var parts = Parts.of(path, "version/shard");
        return new ShardKey(parts.text(0), parts.number(1));
    }

    @Override
    public String path() {
        return version + "/" + shard;
    }
}
