package dev.auricle.dicom.web;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.json.BulkDataResolver;
import dev.auricle.dicom.json.JsonReader;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Somebody else's client: Java's own, with bodies put together by hand. */
final class WebClientSide {
    static final String TOKEN = "a token of the test";
    static final String INSTANCES = "multipart/related; type=\"application/dicom\"; boundary=bound";
    static final String METADATA = "multipart/related; type=\"application/dicom+json\"; boundary=bound";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI studies;

    WebClientSide(int port) {
        studies = URI.create("http://127.0.0.1:" + port + "/dicom-web/studies");
    }

    /** What the server said. */
    record Answer(int status, DataSet body, HttpResponse<byte[]> response) {
        List<String> stored() {
            return uids(Tags.REFERENCED_SOP_SEQUENCE);
        }

        List<String> failed() {
            return uids(Tags.FAILED_SOP_SEQUENCE);
        }

        int failureReason() {
            return body.requireItem(Tags.FAILED_SOP_SEQUENCE)
                    .require(Tags.FAILURE_REASON)
                    .integer();
        }

        private List<String> uids(Tag sequence) {
            return body.items(sequence).stream()
                    .map(item -> item.require(Tags.REFERENCED_SOP_INSTANCE_UID).string())
                    .toList();
        }
    }

    Answer post(String contentType, byte[] body) throws IOException, InterruptedException {
        return send(request("", contentType, body));
    }

    Answer postTo(String study, byte[] body) throws IOException, InterruptedException {
        return send(request("/" + study, INSTANCES, body));
    }

    /** A request with the right token, to be changed. */
    HttpRequest.Builder request(String path, String contentType, byte[] body) {
        return HttpRequest.newBuilder(URI.create(studies + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        return new Answer(response.statusCode(), json(response.body()), response);
    }

    private static DataSet json(byte[] body) {
        return new JsonReader(ReadLimits.DEFAULT, BulkDataResolver.none()).read(Bytes.wrap(body));
    }

    /** Files, each as a part. */
    static byte[] body(byte[]... files) {
        var body = new ByteArrayOutputStream();
        for (var file : files) {
            body.writeBytes(text("\r\n--bound\r\nContent-Type: application/dicom\r\n\r\n"));
            body.writeBytes(file);
        }
        body.writeBytes(text("\r\n--bound--"));
        return body.toByteArray();
    }

    /** JSON, and octets by their location. */
    static byte[] metadata(String json, Map<String, byte[]> bulk) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(text("--bound\r\nContent-Type: application/dicom+json\r\n\r\n"));
        body.writeBytes(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        bulk.forEach((location, bytes) -> {
            body.writeBytes(text("\r\n--bound\r\nContent-Type: application/octet-stream\r\nContent-Location: "
                    + location + "\r\n\r\n"));
            body.writeBytes(bytes);
        });
        body.writeBytes(text("\r\n--bound--"));
        return body.toByteArray();
    }

    static DataSet image(String study, String instance, int pixelBytes) {
        var pixels = new byte[pixelBytes];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) "\r\n--bou".charAt(i % 7);
        }
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, instance)
                .set(Tags.STUDY_INSTANCE_UID, study)
                .set(Tags.SERIES_INSTANCE_UID, study + ".1")
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }

    static byte[] file(DataSet dataSet, TransferSyntax syntax) throws IOException {
        var out = new ByteArrayOutputStream();
        DicomFile.of(dataSet, syntax).write(out);
        return out.toByteArray();
    }

    static byte[] file(DataSet dataSet) throws IOException {
        return file(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
