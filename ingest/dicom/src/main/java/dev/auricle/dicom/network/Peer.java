package dev.auricle.dicom.network;

import dev.auricle.dicom.tls.ClientTls;
import java.util.Optional;

/**
 * An application entity elsewhere, and what we call ourselves when we call it.
 *
 * @param calledAe its AE title, 1 to 16 characters
 * @param callingAe ours
 * @param tls absent: everything is said in the clear
 */
public record Peer(String host, int port, String calledAe, String callingAe, Optional<ClientTls> tls) {
    public Peer {
        if (port < 1 || port > 0xFFFF) {
            throw new IllegalArgumentException("port must be 1 to 65535, got " + port);
        }
        checkTitle(calledAe);
        checkTitle(callingAe);
    }

    /** In the clear. */
    public Peer(String host, int port, String calledAe, String callingAe) {
        this(host, port, calledAe, callingAe, Optional.empty());
    }

    /** The same over TLS. */
    public Peer over(ClientTls secured) {
        return new Peer(host, port, calledAe, callingAe, Optional.of(secured));
    }

    private static void checkTitle(String title) {
        boolean printable = title.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
        if (title.isBlank() || title.length() > 16 || !printable) {
            throw new IllegalArgumentException("an AE title has 1 to 16 printable characters, got '" + title + "'");
        }
    }

    @Override
    public String toString() {
        return calledAe + "@" + host + ":" + port;
    }
}
