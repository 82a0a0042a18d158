package dev.auricle.dicom;

import dev.auricle.dicom.annotation.SegmentMask;
import dev.auricle.dicom.annotation.SegmentationContent;
import dev.auricle.dicom.annotation.SegmentationIdentity;
import dev.auricle.dicom.annotation.SegmentationWriter;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.deidentify.Deidentification;
import dev.auricle.dicom.deidentify.Deidentifier;
import dev.auricle.dicom.deidentify.Profile;
import dev.auricle.dicom.deidentify.ProfileOption;
import dev.auricle.dicom.deidentify.Pseudonyms;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.json.BulkDataPlacement;
import dev.auricle.dicom.json.BulkDataResolver;
import dev.auricle.dicom.json.JsonReader;
import dev.auricle.dicom.json.JsonWriter;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.AssociationDecision.Accept;
import dev.auricle.dicom.network.AssociationDecision.Reject;
import dev.auricle.dicom.network.AssociationInfo;
import dev.auricle.dicom.network.AssociationLimits;
import dev.auricle.dicom.network.AssociationPolicy;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.CommitmentReport;
import dev.auricle.dicom.network.CommitmentScu;
import dev.auricle.dicom.network.ContextPolicy;
import dev.auricle.dicom.network.DicomNetwork;
import dev.auricle.dicom.network.DicomServer;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceReference;
import dev.auricle.dicom.network.MatchSink;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.Retrieved;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.ServerOptions;
import dev.auricle.dicom.network.Services;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.dicom.network.StoreScu;
import dev.auricle.dicom.network.SubOperations;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.space.VolumeReader;
import dev.auricle.dicom.syntax.BulkRule;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.DicomStream;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.ServerTls;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.dicom.web.BearerTokens;
import dev.auricle.dicom.web.Credentials;
import dev.auricle.dicom.web.DicomWebClient;
import dev.auricle.dicom.web.StoreOutcome;
import dev.auricle.dicom.web.StowServer;
import dev.auricle.dicom.web.WebLimits;
import dev.auricle.dicom.web.WebPatience;
import dev.auricle.dicom.web.WebPeer;
import dev.auricle.dicom.web.WebResource;
import dev.auricle.dicom.web.WebServerOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The README's examples, here so that they compile; {@link ReadmeTest} compares the two. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static Future<DicomServer> receive(Vertx vertx, StoreScp storage) {
        var contexts = ContextPolicy.archive();
        AssociationPolicy policy = proposal -> proposal.calledAe().equals("AURICLE")
                ? new Accept(contexts.answer(proposal.contexts()), Map.of("modality", proposal.callingAe()))
                : new Reject(AssociateReject.CALLED_AE_TITLE_NOT_RECOGNIZED);
        var options = new ServerOptions("0.0.0.0", 11112, AssociationLimits.DEFAULT);
        return new VertxDicomNetwork(vertx).listen(options, policy, storage);
    }

    static Future<List<SendOutcome>> send(Vertx vertx, List<DicomFile> files) {
        var pacs = new Peer("pacs.example", 104, "PACS", "AURICLE");
        var scu = new StoreScu(new VertxDicomNetwork(vertx), AssociationTimeouts.DEFAULT);
        return scu.send(pacs, files.stream().map(OutgoingInstance::of).toList());
    }

    static Future<DimseStatus> ask(Vertx vertx, Peer pacs, MatchSink studies) {
        var scu = new ArchiveScu(new VertxDicomNetwork(vertx), AssociationTimeouts.DEFAULT);
        var query = Query.of(QueryLevel.STUDY)
                .matching(Tags.STUDY_DATE, "20240101-20241231")
                .matching(Tags.MODALITIES_IN_STUDY, "MR")
                .returning(Tags.STUDY_INSTANCE_UID, Tags.SOP_CLASSES_IN_STUDY);
        return scu.find(pacs, query, studies).outcome();
    }

    record Fetch(ArchiveScu scu, Peer pacs, StoreScp storage, Consumer<SubOperations> progress) {
        Future<Boolean> study(String study, List<String> sopClasses) {
            var fetched = scu.get(pacs, Query.study(study), sopClasses, storage, progress);
            return fetched.outcome().map(Retrieved::isComplete);
        }
    }

    record Commit(
            DicomNetwork network, ServerOptions options, AssociationPolicy policy, Supplier<String> transactions) {
        Future<CommitmentReport> at(Peer pacs, List<InstanceReference> instances) {
            var scu = new CommitmentScu(network, AssociationTimeouts.DEFAULT, transactions);
            var listening = network.listen(options, policy, Services.NONE.withReports(scu));
            return listening.compose(server -> scu.commit(pacs, instances, Duration.ofMinutes(1)));
        }
    }

    static ServerOptions secured() {
        var credential = new Credential(Path.of("north.pem"), Optional.of(Path.of("north.key")), "");
        var tls = new ServerTls(credential, Optional.of(Path.of("ca.pem")), TlsProfile.BCP195, ServerTls.EVERY_MINUTE);
        return new ServerOptions("0.0.0.0", 2762, AssociationLimits.DEFAULT).over(tls);
    }

    static Volume.Result read(List<DicomFile> images) {
        return VolumeReader.read(images); // Assembled(volume, order) or Disarranged(findings)
    }

    static Deidentification withoutPatient(DataSet image, Pseudonyms pseudonyms) {
        var deidentifier = new Deidentifier(Profile.with(ProfileOption.RETAIN_MODIFIED_DATES), pseudonyms);
        return deidentifier.deidentify(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN); // Deidentified or Rejected
    }

    static String header(Path path) throws IOException {
        var header = DicomFile.readUntil(Tags.PIXEL_DATA, path, ReadLimits.DEFAULT);
        return header.dataSet().require(Tags.SERIES_INSTANCE_UID).string();
    }

    static Future<StowServer> serve(Vertx vertx, StoreScp storage, String token) {
        var pacs = new AssociationInfo("AURICLE", "PACS-WEB", "", Map.of());
        var access = new BearerTokens(Map.of(token, host -> pacs));
        var options = new WebServerOptions("0.0.0.0", 8042, "/dicom-web", WebLimits.DEFAULT, Optional.empty());
        return StowServer.listen(vertx, options, access, storage);
    }

    static Future<List<StoreOutcome>> retrieve(Vertx vertx, StoreScp storage, URI base, String token) {
        var peer = new WebPeer(base, new Credentials.Bearer(token), Optional.empty());
        var client = new DicomWebClient(vertx, peer, WebPatience.DEFAULT, Clock.systemUTC());
        var source = new AssociationInfo("AURICLE", "PACS-WEB", base.getHost(), Map.of());
        return client.search(Query.of(QueryLevel.STUDY).matching(Tags.STUDY_DATE, "20240101-"), 0, 1)
                .map(studies -> studies.get(0).require(Tags.STUDY_INSTANCE_UID).string())
                .compose(study -> client.retrieve(WebResource.study(study), source, storage));
    }

    static DataSet thereAndBack(DataSet dataSet) {
        var text = new JsonWriter(BulkDataPlacement.inline()).toBytes(dataSet);
        return new JsonReader(ReadLimits.DEFAULT, BulkDataResolver.none()).read(text);
    }

    static byte[] firstFrame(Path path) throws IOException {
        try (var stream = DicomStream.open(path, ReadLimits.DEFAULT, BulkRule.PIXELS)) {
            int frameLength = frameLength(stream.elements());
            var pixels = stream.bulk().orElseThrow().next().orElseThrow();
            return pixels.bytes().readNBytes(frameLength);
        }
    }

    private static int frameLength(DataSet header) {
        return Stream.of(Tags.ROWS, Tags.COLUMNS, Tags.SAMPLES_PER_PIXEL, Tags.BITS_ALLOCATED)
                        .mapToInt(tag -> header.require(tag).integer())
                        .reduce(1, Math::multiplyExact)
                / Byte.SIZE;
    }

    static DicomFile write(
            SourceSeries source, List<SegmentMask> masks, SegmentationIdentity identity, SegmentationContent content) {
        DataSet segmentation = new SegmentationWriter(identity, content).write(source, masks);
        return DicomFile.of(segmentation, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
