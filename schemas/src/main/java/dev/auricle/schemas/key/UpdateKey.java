package dev.auricle.schemas.key;

/** Key of {@code update.shards} and {@code personal.shards}: one shard of what a site learned in a round. */
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
