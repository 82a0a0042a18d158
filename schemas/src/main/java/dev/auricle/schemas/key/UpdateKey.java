package dev.auricle.schemas.key;

/** Key of {@code update.shards}: one shard of one site's update to one round. */
public record UpdateKey(String federation, int round, int shard, String site) implements PathKey {
    /** Reads {@link #path}. */
    public static UpdateKey parse(String path) {
        var parts = Parts.of(path, "federation/round/shard/site");
        return new UpdateKey(parts.text(0), parts.number(1), parts.number(2), parts.text(3));
    }

    @Override
    public String path() {
        return federation + "/" + round + "/" + shard + "/" + site;
    }
}
