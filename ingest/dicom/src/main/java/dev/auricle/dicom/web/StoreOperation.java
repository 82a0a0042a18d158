package dev.auricle.dicom.web;

import dev.auricle.dicom.json.JsonFlaw;
import dev.auricle.dicom.json.UnableToReadJson;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Store transaction: admits it, reads its body, answers what became of the instances in it. */
final class StoreOperation {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOperation.class);
    private static final String RETRY_SECONDS = "30";

    private final Vertx vertx;
    private final StowServer server;
    private final HttpServerRequest request;
    private final HeadDeadline deadline;

    StoreOperation(Vertx vertx, StowServer server, HttpServerRequest request, HeadDeadline deadline) {
        this.vertx = vertx;
        this.server = server;
        this.request = request;
        this.deadline = deadline;
    }

    void serve() {
        deadline.begun(request.connection());
        try {
            var order = StoreOrder.of(request, server.access(), server.options());
            var reader = new MultipartReader(order.boundary(), limits(order));
            if (!server.enter()) {
                throw new UnableToServe(503, "too many requests at once");
            }
            receive(reader, parts(order));
        } catch (UnableToServe | UnableToReadMultipart refused) {
            refuse(refused, List.of());
        }
    }

    private MultipartLimits limits(StoreOrder order) {
        var limits = server.options().limits();
        return order.form() == StoreOrder.Form.METADATA ? limits.metadata() : limits.body();
    }

    private StoreParts parts(StoreOrder order) {
        var destination = new InstancePart.Destination(server.storage(), order.sender(), order.study());
        return order.form() == StoreOrder.Form.METADATA
                ? new MetadataParts(destination, limits(order).totalBytes())
                : new InstanceParts(destination);
    }

    private void receive(MultipartReader reader, StoreParts parts) {
        var body = new MultipartBody(request, reader, parts, vertx.getOrCreateContext());
        var watch = new BodyWatch(vertx, server.options().limits().idle(), body);
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        body.read()
                .onComplete(read -> watch.stop())
                .compose(nothing -> parts.finish())
                .onComplete(stored -> {
                    server.leave();
                    if (stored.succeeded()) {
                        answer(StoreAnswer.status(stored.result()), stored.result());
                    } else {
                        refuse(stored.cause(), parts.outcomes());
                    }
                });
    }

    /** An error of the whole request; what is stored of it is listed all the same. */
    private void refuse(Throwable cause, List<StoreOutcome> outcomes) {
        var status = status(cause);
        LOG.atWarn()
                .addKeyValue("host", request.remoteAddress().hostAddress())
                .addKeyValue("cause", cause.getClass().getSimpleName())
                .log(
                        "a store request is answered {}",
                        status.map(String::valueOf).orElse("nothing: it broke off"));
        status.ifPresent(code -> answer(code, outcomes));
    }

    /** Empty where the client is gone. */
    private static Optional<Integer> status(Throwable cause) {
        if (cause instanceof UnableToServe refused) {
            return Optional.of(refused.status());
        }
        if (cause instanceof UnableToReadMultipart malformed) {
            return Optional.of(malformed.flaw().isLimit() ? 413 : 400);
        }
        if (cause instanceof UnableToReadJson malformed) {
            return Optional.of(malformed.flaw() == JsonFlaw.TOO_LONG ? 413 : 400);
        }
        return Optional.empty();
    }

    private void answer(int status, List<StoreOutcome> outcomes) {
        if (request.response().closed()) {
            return;
        }
        var response =
                request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, MediaType.DICOM_JSON);
        switch (status) {
            case 401 -> response.putHeader("www-authenticate", "Bearer");
            case 405 -> response.putHeader("allow", "POST");
            case 503 -> response.putHeader("retry-after", RETRY_SECONDS);
            default -> response.headers();
        }
        response.end(StoreAnswer.body(outcomes)).onComplete(sent -> deadline.expect(request.connection()));
        new RestOfBody(request).discard();
    }
}
