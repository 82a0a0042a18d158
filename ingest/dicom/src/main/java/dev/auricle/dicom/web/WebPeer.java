package dev.auricle.dicom.web;

import io.vertx.core.net.ClientSSLOptions;
import java.net.URI;
import java.util.Optional;

/**
 * An origin server of DICOMweb.
 *
 * @param base what the paths of its services begin with, such as {@code https://pacs.example/dicom-web}
 * @param tls whom to trust and, if asked, the own certificate; empty for what Java trusts
 */
public record WebPeer(URI base, Credentials credentials, Optional<ClientSSLOptions> tls) {
    public WebPeer {
        var scheme = Optional.ofNullable(base.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("base must begin with http:// or https://");
        }
        if (base.getHost() == null || base.getQuery() != null || base.getUserInfo() != null) {
            throw new IllegalArgumentException("base must be like https://pacs.example/dicom-web");
        }
    }

    /** A server that asks for nothing. */
    public static WebPeer at(URI base) {
        return new WebPeer(base, Credentials.none(), Optional.empty());
    }

    boolean isSecure() {
        return base.getScheme().equals("https");
    }

    int port() {
        int port = base.getPort();
        return port > 0 ? port : isSecure() ? 443 : 80;
    }

    /** The path on the server of one of its resources. */
    String path(String resource) {
        var path = base.getRawPath();
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + resource;
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
