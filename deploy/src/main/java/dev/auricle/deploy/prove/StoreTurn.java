package dev.auricle.deploy.prove;

import java.util.List;

/**
 * How long it took to send all images once.
 *
 * @param receiver who took them
 * @param associations at once; of a bare producer, records in flight
 * @param senderNoDelay whether the sender had switched Nagle's algorithm off
 */
record StoreTurn(
        String receiver,
        int associations,
        boolean senderNoDelay,
        int images,
        int bytesEach,
        double seconds,
        double imagesPerSecond) {

    static StoreTurn of(String receiver, int associations, boolean senderNoDelay, int images, double seconds) {
        return new StoreTurn(
                receiver, associations, senderNoDelay, images, TestImages.PIXEL_BYTES, seconds, images / seconds);
    }

    /** The median of images per second, over the turns that were alike. */
    static double median(List<StoreTurn> turns, String receiver, int associations, boolean senderNoDelay) {
        var rates = turns.stream()
                .filter(turn -> turn.receiver.equals(receiver)
                        && turn.associations == associations
                        && turn.senderNoDelay == senderNoDelay)
                .mapToDouble(StoreTurn::imagesPerSecond)
                .sorted()
                .toArray();
        return rates[rates.length / 2];
    }
}
