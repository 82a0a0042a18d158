package dev.auricle.schemas.connect;

import java.util.Optional;

/**
 * Who may send to a hospital.
 *
 * @param title the calling AE title
 * @param network from where; absent: from anywhere
 */
record Caller(String title, Optional<Network> network) {
    /** Reads {@code PACS} or {@code PACS@10.1.0.0/16}. */
    static Caller parse(String text) {
        int at = text.lastIndexOf('@');
        var title = at < 0 ? text : text.substring(0, at);
        Hospital.requireAeTitle("callers", title);
        return new Caller(title, at < 0 ? Optional.empty() : Optional.of(Network.parse(text.substring(at + 1))));
    }

    boolean is(String callingTitle, String address) {
        return title.equals(callingTitle)
                && network.map(among -> among.contains(address)).orElse(true);
    }
}
