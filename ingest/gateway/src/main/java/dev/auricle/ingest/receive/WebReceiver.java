package dev.auricle.ingest.receive;

import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.web.BearerTokens;
import dev.auricle.dicom.web.MultipartLimits;
import dev.auricle.dicom.web.StowServer;
import dev.auricle.dicom.web.WebLimits;
import dev.auricle.dicom.web.WebServerOptions;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.NoSuchHospital;
import dev.auricle.schemas.connect.SiteConfig;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Where the PACS stores to over the web (STOW-RS). The token says which hospital it is; from there on instances take the
 * way of those that come by C-STORE, with the same promise.
 */
public final class WebReceiver implements AutoCloseable {
    /** Stands where instances that come by C-STORE have the calling AE title. */
    static final String CALLER = "STOW-RS";

    private static final int START_SECONDS = 20;
    private static final int STOP_SECONDS = 40;

    private final StowServer server;

    /**
     * Listens.
     *
     * @param storage takes the instances, as it takes those of associations
     * @throws NoSuchHospital when a token is for a hospital that the site does not have
     * @throws UnableToListen when the port is taken
     */
    public WebReceiver(Vertx vertx, SiteConfig site, WebConfig config, StoreScp storage) {
        var options =
                new WebServerOptions(config.host(), config.port(), config.base(), limits(config), Optional.empty());
        var listening = StowServer.listen(vertx, options, access(site, config), storage);
        try {
            server = listening.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnableToListen(config.host() + ":" + config.port(), interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new UnableToListen(
                    "cannot listen on " + config.host() + ":" + config.port() + "; is the port in use?", failed);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        try {
            server.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            throw new UnableToListen("the receiver of STOW-RS did not stop", stuck);
        }
    }

    private static WebLimits limits(WebConfig config) {
        return new WebLimits(
                config.maxRequests(),
                MultipartLimits.DEFAULT.withPartBytes((long) config.instanceMebibytes() << 20),
                WebLimits.DEFAULT.metadataBytes(),
                config.idle(),
                WebLimits.DEFAULT.drain());
    }

    private static BearerTokens access(SiteConfig site, WebConfig config) {
        Map<String, Function<String, AssociationInfo>> senders = new HashMap<>();
        config.tokens().forEach((name, token) -> senders.put(token.value(), sender(site.hospital(name))));
        return new BearerTokens(senders);
    }

    private static Function<String, AssociationInfo> sender(Hospital hospital) {
        var attributes = Map.of(KnownTitles.SITE, hospital.name());
        return host -> new AssociationInfo(hospital.aeTitle(), CALLER, host, attributes);
    }
}
