package dev.auricle.dicom.network;

/**
 * Where to listen, and how much to take on.
 *
 * @param host the address of the interface, for example 0.0.0.0
 * @param port 0 for any that is free
 */
public record ServerOptions(String host, int port, AssociationLimits limits) {
    public ServerOptions {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
    }
}
