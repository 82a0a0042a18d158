package dev.auricle.dicom.web;

import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.network.AssociationInfo;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * What the head of a request asks for.
 *
 * @param sender who asks
 * @param study the study that the instances must be of, where the request names one
 * @param boundary what stands between the parts of the body
 */
record StoreOrder(AssociationInfo sender, Optional<String> study, Form form, String boundary) {
    /** What the parts of the body are. */
    enum Form {
        /** Files. */
        INSTANCES,
        /** JSON, and the values that it refers to. */
        METADATA
    }

    /** Reads the head; throws {@link UnableToServe} with the status to answer. */
    static StoreOrder of(HttpServerRequest request, WebAccess access, WebServerOptions options) {
        var sender = sender(request, access);
        var study = study(request, options.base());
        requirePost(request);
        requireAcceptable(request);
        requireIdentity(request);
        var type = header(request, HttpHeaders.CONTENT_TYPE)
                .flatMap(MediaType::of)
                .filter(found -> found.is(MediaType.MULTIPART_RELATED))
                .orElseThrow(() -> new UnableToServe(415, "the body must be multipart/related"));
        var form = form(type);
        var limits = form == Form.METADATA
                ? options.limits().metadata()
                : options.limits().body();
        requireSize(request, limits);
        var boundary = type.parameter("boundary")
                .orElseThrow(() -> new UnableToServe(400, "the content type names no boundary"));
        return new StoreOrder(sender, study, form, boundary);
    }

    private static AssociationInfo sender(HttpServerRequest request, WebAccess access) {
        var decision = access.decide(
                header(request, HttpHeaders.AUTHORIZATION),
                request.remoteAddress().hostAddress());
        if (decision instanceof WebAccess.Granted granted) {
            return granted.sender();
        }
        throw decision instanceof WebAccess.Forbidden
                ? new UnableToServe(403, "this client must not store here")
                : new UnableToServe(401, "a bearer token is wanted");
    }

    private static Optional<String> study(HttpServerRequest request, String base) {
        var path = Optional.ofNullable(request.path()).orElse("");
        var studies = base + "/studies";
        if (path.equals(studies) || path.equals(studies + "/")) {
            return Optional.empty();
        }
        var uid = path.startsWith(studies + "/") ? path.substring(studies.length() + 1) : "/";
        if (uid.contains("/")) {
            throw new UnableToServe(404, "there are only " + studies + " and " + studies + "/{uid}");
        }
        if (!Uids.isValid(uid)) {
            throw new UnableToServe(400, "the path names no valid study");
        }
        return Optional.of(uid);
    }

    private static void requirePost(HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.POST)) {
            throw new UnableToServe(405, "instances are stored by POST; nothing can be retrieved here");
        }
    }

    private static void requireAcceptable(HttpServerRequest request) {
        var accepted = header(request, HttpHeaders.ACCEPT).orElse("*/*").toLowerCase(Locale.ROOT);
        if (!accepted.contains("json") && !accepted.contains("*/*") && !accepted.contains("application/*")) {
            throw new UnableToServe(406, "the answer is application/dicom+json");
        }
    }

    private static void requireIdentity(HttpServerRequest request) {
        if (header(request, HttpHeaders.CONTENT_ENCODING)
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent()) {
            throw new UnableToServe(415, "the body must not be compressed");
        }
    }

    /** Without a type it is what the parts say they are. */
    private static Form form(MediaType type) {
        return switch (type.parameter("type").orElse(MediaType.DICOM).toLowerCase(Locale.ROOT)) {
            case MediaType.DICOM -> Form.INSTANCES;
            case MediaType.DICOM_JSON -> Form.METADATA;
            default -> throw new UnableToServe(415, "the parts must be application/dicom or application/dicom+json");
        };
    }

    private static void requireSize(HttpServerRequest request, MultipartLimits limits) {
        var length = header(request, HttpHeaders.CONTENT_LENGTH).orElse("0");
        if (length.length() > 18 || Long.parseLong(length) > limits.totalBytes()) {
            throw new UnableToServe(413, MultipartFlaw.TOO_LONG.toString());
        }
    }

    private static Optional<String> header(HttpServerRequest request, CharSequence name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** Without the study. */
    @Override
    public String toString() {
        return form + " from " + sender.callingAe();
    }
}
