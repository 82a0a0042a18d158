package dev.auricle.schemas.topic;

/**
 * Something in which a cluster is not as declared.
 *
 * @param topic the topic's name
 * @param what {@code partitions}, {@code topic}, or the name of a broker setting
 * @param wanted as declared
 * @param found as on the cluster
 */
public record Difference(String topic, String what, String wanted, String found) {
    @Override
    public String toString() {
        return topic + ": " + what + " is " + found + ", wanted " + wanted;
    }
}
