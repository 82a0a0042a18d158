package dev.auricle.dicom.web;

import dev.auricle.dicom.network.StoreScp;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerConfig;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The origin server of Store transactions, STOW-RS (PS3.18, 10.5): {@code POST {base}/studies} and {@code POST
 * {base}/studies/{uid}}. Instances stream into the provider's sinks; while a sink is busy its connection is paused.
 * Nothing can be retrieved or searched.
 */
public final class StowServer {
    private static final int HEAD_BYTES = 1 << 14;
    private static final int LINE_BYTES = 1 << 12;

    private final Vertx vertx;
    private final WebServerOptions options;
    private final WebAccess access;
    private final StoreScp storage;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Promise<Void> idle = Promise.promise();
    private volatile int port;
    private volatile String deployment = "";

    private StowServer(Vertx vertx, WebServerOptions options, WebAccess access, StoreScp storage) {
        this.vertx = vertx;
        this.options = options;
        this.access = access;
        this.storage = storage;
    }

    /** Listens. The access policy and the provider are called on event loops and must not block. */
    public static Future<StowServer> listen(Vertx vertx, WebServerOptions options, WebAccess access, StoreScp storage) {
        return new StowServer(vertx, options, access, storage).listen();
    }

    /** The TCP port, also where the options left it open. */
    public int port() {
        return port;
    }

    /** How many requests are being answered now. */
    public int requests() {
        return requests.get();
    }

    /** Refuses new requests, waits for those there are as long as the limits say, and gives up the port. */
    public Future<Void> close() {
        closing.set(true);
        long timer = vertx.setTimer(Math.max(1, options.limits().drain().toMillis()), id -> idle.tryComplete());
        completeIfIdle();
        return idle.future().compose(nothing -> {
            vertx.cancelTimer(timer);
            return vertx.undeploy(deployment);
        });
    }

    WebServerOptions options() {
        return options;
    }

    WebAccess access() {
        return access;
    }

    StoreScp storage() {
        return storage;
    }

    /** Takes a place for a request; whether there was one. */
    boolean enter() {
        if (requests.incrementAndGet() <= options.limits().requests() && !closing.get()) {
            return true;
        }
        leave();
        return false;
    }

    void leave() {
        requests.decrementAndGet();
        completeIfIdle();
    }

    private void completeIfIdle() {
        if (closing.get() && requests.get() <= 0) {
            idle.tryComplete();
        }
    }

    private Future<StowServer> listen() {
        // Vert.x shares a port among event loops by its number; a negative one stands for a free port of that name.
        int shared = options.port() > 0
                ? options.port()
                : -1 - ThreadLocalRandom.current().nextInt(1 << 30);
        var instances =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        return vertx.deployVerticle(() -> new Listener(shared), instances).map(id -> {
            deployment = id;
            return this;
        });
    }

    /** Listens on one event loop. */
    private final class Listener extends VerticleBase {
        private final int sharedPort;
        private final HeadDeadline deadline =
                new HeadDeadline(StowServer.this.vertx, options.limits().idle());

        Listener(int sharedPort) {
            this.sharedPort = sharedPort;
        }

        @Override
        public Future<HttpServer> start() {
            var builder = vertx.httpServerBuilder().with(new HttpServerConfig(httpOptions()));
            options.tls().ifPresent(builder::with);
            return builder.withConnectHandler(deadline::connected)
                    .build()
                    .requestHandler(request -> new StoreOperation(vertx, StowServer.this, request, deadline).serve())
                    .listen(sharedPort, options.host())
                    .onSuccess(server -> port = server.actualPort());
        }

        /** Bodies are not decompressed: nobody is to send a little that becomes a lot. */
        private HttpServerOptions httpOptions() {
            return new HttpServerOptions()
                    .setSsl(options.tls().isPresent())
                    .setTcpNoDelay(true)
                    .setUseAlpn(false)
                    .setHttp2ClearTextEnabled(false)
                    .setDecompressionSupported(false)
                    .setMaxHeaderSize(HEAD_BYTES)
                    .setMaxInitialLineLength(LINE_BYTES);
        }
    }
}
