package dev.auricle.dicom.network;

import dev.auricle.dicom.tls.ServerTls;
import java.util.Optional;

/**
 * Where to listen, and how much to take on.
 *
 * @param host the address of the interface, for example 0.0.0.0
 * @param port 0 for any that is free
 * @param tls absent: everything is said in the clear
 */
public record ServerOptions(String host, int port, AssociationLimits limits, Optional<ServerTls> tls) {
    public ServerOptions {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
    }

    /** In the clear. */
    public ServerOptions(String host, int port, AssociationLimits limits) {
        this(host, port, limits, Optional.empty());
    }

    /** The same over TLS. */
    public ServerOptions over(ServerTls secured) {
        return new ServerOptions(host, port, limits, Optional.of(secured));
    }
}
