package dev.auricle.deploy.prove;

import java.util.List;

/**
 * How long it took to send all images once.
 *
 * @param receiver who took them
 * @param round the turns of a round are compared with each other
 * @param setting how they were sent
 * @param seconds until the last was answered
 * @param processorSeconds of senders, receiver and brokers, and of starting and stopping a receiver that is a process
 */
record StoreTurn(
        String receiver,
        int round,
        Setting setting,
        int images,
        int bytesEach,
        double seconds,
        double imagesPerSecond,
        double processorSeconds) {

    /**
     * How images are sent.
     *
     * @param associations at once; of a bare producer, records in flight
     * @param senderNoDelay whether the sender has switched Nagle's algorithm off
     */
    record Setting(int associations, boolean senderNoDelay) {
        @Override
        public String toString() {
            return "%d association%s, sender %s"
                    .formatted(
                            associations,
                            associations == 1 ? "" : "s",
                            senderNoDelay ? "with TCP_NODELAY" : "as it comes");
        }
    }

    /**
     * The median over the rounds of how many times as fast one receiver was as another in the same round; the lower of two
     * in the middle, NaN if never.
     */
    static double ratio(List<StoreTurn> turns, Setting setting, String receiver, String other) {
        var ratios = turns.stream()
                .filter(turn -> turn.receiver.equals(receiver) && turn.setting.equals(setting))
                .flatMapToDouble(turn -> turns.stream()
                        .filter(beside -> beside.receiver.equals(other)
                                && beside.round == turn.round
                                && beside.setting.equals(setting))
                        .mapToDouble(beside -> beside.seconds / turn.seconds))
                .sorted()
                .toArray();
        return ratios.length == 0 ? Double.NaN : ratios[(ratios.length - 1) / 2];
    }
}
