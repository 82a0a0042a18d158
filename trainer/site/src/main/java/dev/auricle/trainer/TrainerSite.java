package dev.auricle.trainer;

import dev.auricle.schemas.connect.KafkaConnection;

/**
 * Where a trainer is at home.
 *
 * @param name the site, as the plan names it
 * @param cluster the site's own cluster, with its samples
 * @param federation the shared cluster
 * @param lanes partitions of {@code update.shards}
 */
public record TrainerSite(String name, KafkaConnection cluster, KafkaConnection federation, int lanes) {}
