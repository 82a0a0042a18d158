package dev.auricle.schemas.topic;

/** How many partitions a topic has. */
public enum Partitions {
    /** One: a total order, for logs of decisions. */
    ONE,
    /** As many as studies are worked on at once. */
    PARALLEL,
    /** One a site: a site's data set is an offset range of its partition. */
    PER_SITE,
    /** As many as shards are merged at once; shard i lies in partition i modulo that number. */
    LANES
}
