package dev.auricle.dicom.network;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.syntax.DataSetWriter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A user against a provider, on one machine. */
public final class Loopback {
    static final String MR = SopClass.MR_IMAGE.uid();
    static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    public static final AssociationOffer CONTEXTS = AssociationOffer.of(List.of(
            new ProposedContext(
                    1, SopClass.VERIFICATION.uid(), List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid())),
            new ProposedContext(3, MR, List.of(EXPLICIT))));

    private final Vertx vertx = Vertx.vertx();
    private final DicomNetwork network = new VertxDicomNetwork(vertx);

    DicomNetwork network() {
        return network;
    }

    void close() throws InterruptedException, TimeoutException {
        Await.result(vertx.close());
    }

    DicomServer listen(AssociationLimits limits, StoreScp storage) throws InterruptedException, TimeoutException {
        return Await.result(
                network.listen(options(limits), AssociationPolicy.anybody(ContextPolicy.archive()), storage));
    }

    Association connect(DicomServer server) throws InterruptedException, TimeoutException {
        return Await.result(network.connect(peer(server), CONTEXTS, AssociationTimeouts.DEFAULT));
    }

    public static ServerOptions options(AssociationLimits limits) {
        return new ServerOptions("127.0.0.1", 0, limits);
    }

    public static Peer peer(DicomServer server) {
        return new Peer("127.0.0.1", server.port(), "RECEIVER", "SENDER");
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static Peer nobody() throws IOException {
        return new Peer("127.0.0.1", freePort(), "RECEIVER", "SENDER");
    }

    /** The one honest way to know that a provider is up: it answers. */
    void awaitEcho(Peer peer) throws TimeoutException {
        Await.until(() -> network.connect(peer, CONTEXTS, AssociationTimeouts.DEFAULT)
                .compose(association -> association.echo().eventually(association::release))
                .toCompletionStage()
                .handle((status, cause) -> cause == null)
                .toCompletableFuture()
                .join());
    }

    public static OutgoingInstance small() {
        return OutgoingInstance.of(image(1, 100), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    /** 64 MiB, given a quarter of a MiB at a time. */
    public static OutgoingInstance big() {
        Iterator<Buffer> pieces = IntStream.range(0, 256)
                .mapToObj(i -> Buffer.buffer(new byte[1 << 18]))
                .iterator();
        return new OutgoingInstance(
                MR,
                "1.2",
                EXPLICIT,
                () -> () -> Future.succeededFuture(pieces.hasNext() ? Optional.of(pieces.next()) : Optional.empty()));
    }

    static DataSet image(int number, int pixels) {
        var noise = new byte[pixels];
        new Random(number).nextBytes(noise);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, MR)
                .set(Tags.SOP_INSTANCE_UID, "1.2." + number)
                .bytes(Tags.PIXEL_DATA, Vr.OW, noise)
                .build();
    }

    static byte[] encoded(DataSet dataSet) {
        return DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray();
    }

    static DelegatingSink sink(Function<Buffer, Future<Void>> write) {
        return new DelegatingSink(write, () -> Future.succeededFuture(DimseStatus.SUCCESS));
    }
}
