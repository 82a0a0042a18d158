package dev.auricle.dicom.web;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.json.JsonReader;
import dev.auricle.dicom.json.UnableToReadJson;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.web.WebExchange.Question;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A user of another system's DICOMweb: searches (QIDO-RS), retrieves (WADO-RS), stores (STOW-RS). Instances stream, both
 * ways, as fast as the slower side; answers to searches are held in memory a page at a time. Everything fails with
 * {@link UnableToAsk} where the server does not answer, or not so that it can be understood.
 */
public final class DicomWebClient {
    private static final String INSTANCES = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final int DEPTH = 64;

    /** What a list of attributes takes in memory, as a multiple of its text. */
    private static final int MEMORY_PER_BYTE = 4;

    private final Vertx vertx;
    private final WebExchange exchange;
    private final WebPatience patience;

    public DicomWebClient(Vertx vertx, WebPeer peer, WebPatience patience, Clock clock) {
        this.vertx = vertx;
        this.patience = patience;
        this.exchange = new WebExchange(vertx, peer, patience, clock);
    }

    /** One page of the answers: at most so many, from the offset on. There may be more also where it is not full. */
    public Future<List<DataSet>> search(Query query, long offset, int limit) {
        var question = new Question(
                "a list of " + SearchPath.collection(query.level()),
                HttpMethod.GET,
                SearchPath.of(query, offset, limit),
                MediaType.DICOM_JSON,
                Set.of(200, 204));
        return dataSets(question);
    }

    /** All answers, page by page, up to the first empty page; completes with how many there were. */
    public Future<Long> searchAll(Query query, int pageSize, Consumer<DataSet> taker) {
        return searchFrom(query, 0, pageSize, taker);
    }

    /** The attributes of every instance of a resource, without pixels. */
    public Future<List<DataSet>> metadata(WebResource resource) {
        return dataSets(new Question(
                "the metadata of " + resource,
                HttpMethod.GET,
                resource.path() + "/metadata",
                MediaType.DICOM_JSON,
                Set.of(200, 204)));
    }

    /**
     * Retrieves the instances of a resource, each in the transfer syntax that the server has it in, and gives them to the
     * provider as if a peer had stored them. One outcome for each.
     *
     * @param source who the provider is told that the instances come from
     */
    public Future<List<StoreOutcome>> retrieve(WebResource resource, AssociationInfo source, StoreScp storage) {
        var question =
                new Question(resource.toString(), HttpMethod.GET, resource.path(), INSTANCES, Set.of(200, 204, 206));
        var parts = new InstanceParts(new InstancePart.Destination(storage, source, Optional.of(resource.study())));
        return exchange.ask(question)
                .compose(response ->
                        response.statusCode() == 204 ? Future.succeededFuture() : read(question, response, parts))
                .map(nothing -> parts.outcomes());
    }

    /** Stores instances, in one request. One outcome for each, in their order; the future itself does not fail. */
    public Future<List<SendOutcome>> store(List<OutgoingInstance> instances) {
        var question = new Question(
                "storage of instances", HttpMethod.POST, "/studies", MediaType.DICOM_JSON, Set.of(200, 202, 409));
        return exchange.ask(
                        question,
                        request -> StoreBody.send(
                                request, instances, UUID.randomUUID().toString(), vertx.getOrCreateContext()))
                .compose(response -> exchange.body(question, response)
                        .map(body -> StoreReply.outcomes(instances, response.statusCode(), read(question, body))))
                .recover(cause -> Future.succeededFuture(instances.stream()
                        .<SendOutcome>map(instance -> new SendOutcome.Failed(instance.sopInstance(), cause))
                        .toList()));
    }

    /** Gives up its connections. */
    public Future<Void> close() {
        return exchange.close();
    }

    private Future<Long> searchFrom(Query query, long offset, int pageSize, Consumer<DataSet> taker) {
        return search(query, offset, pageSize).compose(page -> {
            page.forEach(taker);
            return page.isEmpty()
                    ? Future.succeededFuture(offset)
                    : searchFrom(query, offset + page.size(), pageSize, taker);
        });
    }

    private Future<List<DataSet>> dataSets(Question question) {
        return exchange.ask(question)
                .compose(response -> exchange.body(question, response))
                .map(body -> read(question, body));
    }

    private List<DataSet> read(Question question, Buffer body) {
        if (body.length() == 0) {
            return List.of();
        }
        // Values that are only referred to are not asked for: nothing but pixels is that long.
        var reader = new JsonReader(
                limits(), (tag, vr, uri) -> DataSet.builder().empty(tag).build().element(tag));
        try {
            return reader.readAll(Bytes.wrap(body.getBytes()));
        } catch (UnableToReadJson malformed) {
            throw exchange.unable(question, "answers no DICOM JSON (" + malformed.flaw() + ")");
        }
    }

    private ReadLimits limits() {
        return new ReadLimits(DEPTH, patience.answerBytes(), MEMORY_PER_BYTE * patience.answerBytes());
    }

    private Future<Void> read(Question question, HttpClientResponse response, InstanceParts parts) {
        var boundary = Optional.ofNullable(response.getHeader("content-type"))
                .flatMap(MediaType::of)
                .filter(type -> type.is(MediaType.MULTIPART_RELATED))
                .flatMap(type -> type.parameter("boundary"));
        if (boundary.isEmpty()) {
            response.request().reset();
            return Future.failedFuture(exchange.unable(question, "answers no multipart/related"));
        }
        var reader = new MultipartReader(boundary.get(), MultipartLimits.DEFAULT);
        return new MultipartBody(response, reader, parts, vertx.getOrCreateContext())
                .read()
                .onFailure(broken -> response.request().reset())
                .recover(broken -> Future.failedFuture(exchange.unable(question, "breaks off")));
    }
}
