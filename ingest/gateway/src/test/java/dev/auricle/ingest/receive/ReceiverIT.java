package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.network.AssociationOffer;
import dev.auricle.dicom.network.AssociationTimeouts;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.InstanceSource;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.Peer;
import dev.auricle.dicom.network.UnableToExchange;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.pdu.ProposedContext;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.TlsProfile;
import dev.auricle.dicom.tls.UnableToUseCertificate;
import dev.auricle.ingest.Instances;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.identity.KeyedHash;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.log.InstanceReader;
import dev.auricle.schemas.log.LogReader.Entry;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.topic.Topics;
import dev.auricle.schemas.topic.Traces;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.netty.pkitesting.CertificateBuilder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiverIT {
    private static final Secret SECRET = new Secret("north-north-north");

    private final Vertx vertx = Vertx.vertx();
    private final VertxDicomNetwork network = new VertxDicomNetwork(vertx);
    private final AtomicInteger transfers = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @SuppressWarnings("NullAway.Init")
    private Receiver receiver;

    @BeforeEach
    void listen() throws Exception {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        try (var admin = connection.admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.DICOM_INSTANCES.name(), 1, (short) 1)
                            .configs(Map.of("max.message.bytes", String.valueOf(Topics.RECORD_BYTES)))))
                    .all()
                    .get();
        }
        receiver = receiver(0);
    }

    @AfterEach
    void close() throws Exception {
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void success_means_that_the_bytes_are_in_the_log() throws Exception {
        // Given
        var slice = Instances.slice("1.2.3", "1.2.4", 1, 0);
        // When
        var status = send("NORTH", "PACS", slice);
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        assertThat(chunks()).singleElement().satisfies(chunk -> {
            assertThat(chunk.key()).isEqualTo("1.2.3");
            assertThat(chunk.value().getSite()).isEqualTo("north");
            assertThat(chunk.value().getCallingAeTitle()).isEqualTo("PACS");
            assertThat(chunk.value().getSeriesInstanceUid()).isEqualTo("1.2.4");
            assertThat(chunk.value().getData().toByteArray())
                    .isEqualTo(DataSetWriter.write(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                            .toArray());
        });
    }

    @Test
    void every_record_carries_the_keyed_hash_of_its_study_and_not_the_patient() throws Exception {
        // When
        send("NORTH", "PACS", Instances.slice("1.2.3", "1.2.4", 1, 0));
        // Then
        try (var consumer = connection.consumer(Map.of())) {
            var partition = new TopicPartition(Topics.DICOM_INSTANCES.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var record = consumer.poll(Duration.ofSeconds(20)).iterator().next();
            assertThat(Traces.in(record.headers())).isEqualTo(new KeyedHash(SECRET).hex("study", "1.2.3"));
        }
    }

    @Test
    void a_large_instance_travels_in_chunks_and_is_read_back_whole_from_between_others() throws Exception {
        // Given: seed 3
        var pixels = new byte[5 << 20];
        new Random(3).nextBytes(pixels);
        var large = Instances.header("1.2.3", "1.2.4", 1)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels)
                .build();
        // When: over two associations at once
        var both = Future.join(
                sendAsync("NORTH", "PACS", large), sendAsync("NORTH", "PACS", Instances.slice("1.2.3", "1.2.4", 2, 1)));
        both.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        // Then
        var ofLarge = chunks().stream()
                .filter(chunk -> chunk.value().getSopInstanceUid().endsWith(".1"))
                .toList();
        var seal = ofLarge.get(ofLarge.size() - 1).value().getSeal();
        assertThat(ofLarge).hasSizeGreaterThan(5).hasSize(seal.getChunks());
        assertThat(ofLarge)
                .allSatisfy(
                        chunk -> assertThat(chunk.value().getData().size()).isLessThanOrEqualTo(Topics.PAYLOAD_BYTES));
        try (var reader = new InstanceReader(connection)) {
            var instance = reader.read(LogRefs.of(
                    "dicom.instances",
                    0,
                    ofLarge.get(0).offset(),
                    ofLarge.get(ofLarge.size() - 1).offset(),
                    seal.getSha256()));
            assertThat(instance.data().toByteArray())
                    .isEqualTo(DataSetWriter.write(large, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                            .toArray());
        }
    }

    @Test
    void an_unknown_called_title_and_an_unknown_caller_are_rejected_with_their_reasons() {
        var slice = Instances.slice("1.2.3", "1.2.4", 1, 0);
        assertThatThrownBy(() -> send("SOUTH", "PACS", slice)).hasMessageContaining("called AE title not recognized");
        assertThatThrownBy(() -> send("NORTH", "STRANGER", slice))
                .hasMessageContaining("calling AE title not recognized");
        assertThat(chunks()).isEmpty();
    }

    @Test
    void what_is_not_as_announced_or_does_not_say_where_it_belongs_is_refused() throws Exception {
        // Given
        var announcedAsCt = new OutgoingInstance(
                SopClass.CT_IMAGE.uid(),
                "1.2.4.1",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                () -> InstanceSource.of(encoded(Instances.slice("1.2.3", "1.2.4", 1, 0))));
        var withoutSeries = Instances.slice("1.2.3", "1.2.4", 1, 0).without(Tags.SERIES_INSTANCE_UID);
        var noise = new OutgoingInstance(
                SopClass.MR_IMAGE.uid(),
                "1.2.4.1",
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(),
                () -> InstanceSource.of(Bytes.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})));
        // Then
        assertThat(get(sendAsync("NORTH", "PACS", announcedAsCt)).code()).isEqualTo(0xA900);
        assertThat(send("NORTH", "PACS", withoutSeries).code()).isEqualTo(0xC000);
        assertThat(get(sendAsync("NORTH", "PACS", noise)).code()).isIn(0xA900, 0xC000);
        assertThat(chunks()).isEmpty();
    }

    @Test
    void while_the_brokers_are_down_the_answer_is_out_of_resources_and_afterwards_success() throws Exception {
        // Given
        assertThat(send("NORTH", "PACS", Instances.slice("1.2.3", "1.2.4", 1, 0)))
                .isEqualTo(DimseStatus.SUCCESS);
        broker.stopNodes(node -> true, TerminationStyle.ABRUPT);
        // When
        var whileDown = send("NORTH", "PACS", Instances.slice("1.2.3", "1.2.4", 2, 1));
        // Then
        assertThat(whileDown.code()).isEqualTo(0xA700);
        // And
        broker.startNodes(node -> true);
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> send("NORTH", "PACS", Instances.slice("1.2.3", "1.2.4", 2, 1))
                        .isSuccess());
        assertThat(chunks())
                .extracting(chunk -> chunk.value().getSopInstanceUid())
                .contains("1.2.4.1", "1.2.4.2");
    }

    @Test
    void a_port_that_is_taken_is_named() {
        assertThatThrownBy(() -> receiver(receiver.port()))
                .isInstanceOf(UnableToListen.class)
                .hasMessage("cannot listen on 127.0.0.1:" + receiver.port() + "; is the port in use?");
    }

    @Test
    void over_tls_a_caller_with_a_certificate_stores_and_one_without_does_not_get_through(@TempDir Path folder)
            throws Exception {
        // Given
        var authority = new CertificateBuilder()
                .subject("CN=authority")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
        var trust = Files.writeString(folder.resolve("ca.pem"), authority.getCertificatePEM());
        var signed = new CertificateBuilder()
                .subject("CN=both")
                .addSanIpAddress("127.0.0.1")
                .buildIssuedBy(authority);
        var certificate = Files.writeString(folder.resolve("both.pem"), signed.getCertificatePathPEM());
        var key = Files.writeString(folder.resolve("both.key"), signed.getPrivateKeyPEM());
        var credential = new Credential(certificate, Optional.of(key), "");
        var known = new ClientTls(Optional.of(credential), Optional.of(trust), TlsProfile.BCP195, Optional.empty());
        var unknown = new ClientTls(Optional.empty(), Optional.of(trust), TlsProfile.BCP195, Optional.empty());
        var instance =
                OutgoingInstance.of(Instances.slice("1.2.3", "1.2.4", 1, 0), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (var secured =
                receiver(0, "tls: {certificate: %s, key: %s, trust: %s}".formatted(certificate, key, trust))) {
            var peer = new Peer("127.0.0.1", secured.port(), "NORTH", "PACS");
            // When
            var stored = get(sendAsync(peer.over(known), instance));
            var refused = sendAsync(peer.over(unknown), instance);
            // Then
            assertThat(stored).isEqualTo(DimseStatus.SUCCESS);
            assertThatThrownBy(() -> get(refused)).hasCauseInstanceOf(UnableToExchange.class);
            assertThat(chunks()).hasSize(1);
        }
    }

    @Test
    void a_certificate_that_is_not_there_is_named() {
        assertThatThrownBy(() -> receiver(0, "tls: {certificate: absent.p12, mutual: false}"))
                .isInstanceOf(UnableToUseCertificate.class)
                .hasMessage("absent.p12: is not there or cannot be read");
    }

    private Receiver receiver(int port) {
        return receiver(port, "users: {}");
    }

    private Receiver receiver(int port, String tls) {
        var site = new SiteConfig(
                connection.bootstrap(), Map.of(), List.of(new Hospital("north", "NORTH", List.of("PACS"), SECRET)));
        var config = Configuration.parse("receive: {patience: 3s, port: " + port + ", " + tls + "}", "test", Map.of())
                .section("receive", ReceiveConfig.class);
        return new Receiver(network, site, config, () -> "transfer-" + transfers.incrementAndGet());
    }

    private DimseStatus send(String called, String calling, DataSet instance) throws Exception {
        return get(sendAsync(called, calling, instance));
    }

    private Future<DimseStatus> sendAsync(String called, String calling, DataSet instance) {
        return sendAsync(called, calling, OutgoingInstance.of(instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private Future<DimseStatus> sendAsync(String called, String calling, OutgoingInstance instance) {
        return sendAsync(new Peer("127.0.0.1", receiver.port(), called, calling), instance);
    }

    private Future<DimseStatus> sendAsync(Peer peer, OutgoingInstance instance) {
        var context = new ProposedContext(1, instance.sopClass(), List.of(instance.transferSyntax()));
        return network.connect(peer, AssociationOffer.of(List.of(context)), AssociationTimeouts.DEFAULT)
                .compose(association -> association.store(instance).eventually(association::release));
    }

    private static DimseStatus get(Future<DimseStatus> status) throws Exception {
        return status.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Bytes encoded(DataSet dataSet) {
        return DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    private List<Entry<String, InstanceChunk>> chunks() {
        try (var follower = new Follower<>(connection, Topics.DICOM_INSTANCES)) {
            return follower.readToEnd();
        }
    }
}
