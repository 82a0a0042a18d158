package dev.auricle.schemas.shard;

/**
 * How a vector is cut: shard i holds the floats from i·length on; the last may hold fewer.
 *
 * @param parameters floats in the whole vector
 * @param length floats of a full shard
 */
public record Shards(long parameters, int length) {
    /** Refuses an empty shard. An empty vector has none. */
    public Shards {
        if (parameters < 0 || length < 1) {
            throw new IllegalArgumentException(
                    "a model of " + parameters + " parameters cannot be cut into shards of " + length);
        }
    }

    /** How many there are. */
    public int count() {
        return Math.toIntExact((parameters + length - 1) / length);
    }

    /** Where shard {@code index} begins in the vector. */
    public long begin(int index) {
        return (long) requireIndex(index) * length;
    }

    /** How many floats shard {@code index} holds. */
    public int lengthOf(int index) {
        return (int) Math.min(length, parameters - begin(index));
    }

    /** In which of {@code lanes} partitions shard {@code index} lies. */
    public static int lane(int index, int lanes) {
        return index % lanes;
    }

    private int requireIndex(int index) {
        if (index < 0 || index >= count()) {
            throw new IllegalArgumentException("there is no shard " + index + " of " + count());
        }
        return index;
    }
}
