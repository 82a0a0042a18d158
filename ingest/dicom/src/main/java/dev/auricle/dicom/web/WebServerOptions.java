package dev.auricle.dicom.web;

import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;

/**
 * Where to listen, and how much to take on.
 *
 * @param host the address of the interface, for example 0.0.0.0
 * @param port 0 for any that is free
 * @param base what the paths of the service begin with, such as {@code /dicom-web}
 * @param tls certificate and who is trusted; empty to speak in the clear
 */
public record WebServerOptions(String host, int port, String base, WebLimits limits, Optional<ServerSSLOptions> tls) {
    public WebServerOptions {
        if (port < 0 || port > 0xFFFF) {
            throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
        }
        if (!base.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new IllegalArgumentException("base must be empty or like /dicom-web, got '" + base + "'");
        }
    }
}
