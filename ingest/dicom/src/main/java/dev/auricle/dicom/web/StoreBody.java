package dev.auricle.dicom.web;

import dev.auricle.dicom.network.InstanceSource;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.syntax.FileFront;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Sends instances as the parts of one body, as fast as their sources give them and the server takes them. */
final class StoreBody {
    private final HttpClientRequest request;
    private final Iterator<OutgoingInstance> instances;
    private final Context context;
    private final String boundary;
    private final Promise<Void> sent = Promise.promise();
    private InstanceSource source = () -> Future.succeededFuture(Optional.empty());

    private StoreBody(HttpClientRequest request, List<OutgoingInstance> instances, String boundary, Context context) {
        this.request = request;
        this.instances = instances.iterator();
        this.boundary = boundary;
        this.context = context;
    }

    /** Sends; completes with the server's answer, which may come before everything is sent. */
    static Future<HttpClientResponse> send(
            HttpClientRequest request, List<OutgoingInstance> instances, String boundary, Context context) {
        request.setChunked(true);
        request.putHeader(
                "content-type", "multipart/related; type=\"application/dicom\"; boundary=\"" + boundary + "\"");
        var body = new StoreBody(request, instances, boundary, context);
        body.goOn();
        body.sent.future().onFailure(cause -> request.reset(0, cause));
        return request.response();
    }

    /** A loop, not a chain of futures: a source that has everything at hand must not grow the stack. */
    private void goOn() {
        while (!sent.future().isComplete()) {
            if (request.writeQueueFull()) {
                request.drainHandler(nothing -> goOn());
                return;
            }
            var next = Future.<Void>succeededFuture().compose(nothing -> source.next());
            if (!next.isComplete()) {
                next.onComplete(piece -> context.runOnContext(nothing -> {
                    take(next);
                    goOn();
                }));
                return;
            }
            take(next);
        }
    }

    private void take(Future<Optional<Buffer>> piece) {
        if (piece.failed()) {
            sent.tryFail(piece.cause());
        } else if (piece.result().isPresent()) {
            request.write(piece.result().get()).onFailure(sent::tryFail);
        } else if (instances.hasNext()) {
            begin(instances.next());
        } else {
            request.end("\r\n--" + boundary + "--\r\n").onComplete(sent);
        }
    }

    private void begin(OutgoingInstance instance) {
        var front = FileFront.encode(instance.sopClass(), instance.sopInstance(), instance.transferSyntax());
        var head = Buffer.buffer("\r\n--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                .appendBytes(front.toArray());
        request.write(head).onFailure(sent::tryFail);
        Future.<Void>succeededFuture()
                .map(nothing -> instance.dataSet().get())
                .onSuccess(opened -> source = opened)
                .onFailure(sent::tryFail);
    }
}
