package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.dicom.web.Credentials;
import dev.auricle.dicom.web.DicomWebClient;
import dev.auricle.dicom.web.UnableToAsk;
import dev.auricle.dicom.web.WebPatience;
import dev.auricle.dicom.web.WebPeer;
import dev.auricle.ingest.Instances;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.connect.NoSuchHospital;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.topic.Topics;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.api.TerminationStyle;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebReceiverIT {
    private static final String NORTH = "the token of north";
    private static final String SOUTH = "the token of south";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger transfers = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // injected by the extension
    private KafkaCluster broker;

    @SuppressWarnings("NullAway.Init")
    private KafkaConnection connection;

    @SuppressWarnings("NullAway.Init")
    private Receiver receiver;

    @SuppressWarnings("NullAway.Init")
    private WebReceiver web;

    @BeforeEach
    void listen() throws Exception {
        connection = KafkaConnection.to(broker.getBootstrapServers());
        try (var admin = connection.admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.DICOM_INSTANCES.name(), 1, (short) 1)
                            .configs(Map.of("max.message.bytes", String.valueOf(Topics.RECORD_BYTES)))))
                    .all()
                    .get();
        }
        var config = config("{north: '" + NORTH + "', south: '" + SOUTH + "'}");
        receiver = new Receiver(
                new VertxDicomNetwork(vertx), site(), config, () -> "transfer-" + transfers.incrementAndGet());
        web = new WebReceiver(vertx, site(), config.web(), receiver);
    }

    @AfterEach
    void close() throws Exception {
        web.close();
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void success_means_that_the_bytes_are_in_the_log_of_the_hospital_whose_token_it_was() throws Exception {
        // Given
        var slice = Instances.slice("1.2.3", "1.2.4", 1, 0);
        // When
        var outcomes = send(SOUTH, List.of(slice));
        // Then
        assertThat(outcomes).allMatch(SendOutcome::isStored);
        assertThat(chunks()).singleElement().satisfies(chunk -> {
            assertThat(chunk.getSite()).isEqualTo("south");
            assertThat(chunk.getCallingAeTitle()).isEqualTo("STOW-RS");
            assertThat(chunk.getSeriesInstanceUid()).isEqualTo("1.2.4");
            assertThat(chunk.hasSeal()).isTrue();
            assertThat(chunk.getData().toByteArray())
                    .isEqualTo(DataSetWriter.write(slice, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                            .toArray());
        });
    }

    @Test
    void many_instances_in_one_request_are_all_in_the_log() throws Exception {
        // Given
        var slices = IntStream.range(0, 200)
                .mapToObj(i -> Instances.slice("1.2.3", "1.2.4", i, i))
                .toList();
        // When
        var outcomes = send(NORTH, slices);
        // Then
        assertThat(outcomes).hasSize(200).allMatch(SendOutcome::isStored);
        assertThat(chunks())
                .extracting(InstanceChunk::getSopInstanceUid)
                .doesNotHaveDuplicates()
                .hasSize(200);
    }

    @Test
    void without_a_token_nothing_is_taken() throws Exception {
        // When
        var outcomes = send("some other token", List.of(Instances.slice("1.2.3", "1.2.4", 1, 0)));
        // Then
        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class,
                        failed -> assertThat(((UnableToAsk) failed.cause()).status())
                                .hasValue(401));
        assertThat(chunks()).isEmpty();
    }

    @Test
    void while_the_brokers_are_down_the_answer_is_later_and_afterwards_success() throws Exception {
        // Given
        var slice = List.of(Instances.slice("1.2.3", "1.2.4", 1, 0));
        broker.stopNodes(node -> true, TerminationStyle.ABRUPT);
        // When
        var whileDown = send(NORTH, slice);
        // Then
        assertThat(whileDown)
                .singleElement()
                .isInstanceOfSatisfying(
                        SendOutcome.Failed.class,
                        failed -> assertThat(((UnableToAsk) failed.cause()).status())
                                .hasValue(503));
        // And
        broker.startNodes(node -> true);
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> send(NORTH, slice).stream().allMatch(SendOutcome::isStored));
        assertThat(chunks()).isNotEmpty();
    }

    @Test
    void an_instance_that_does_not_say_where_it_belongs_is_refused_and_the_others_are_taken() throws Exception {
        // Given
        var homeless = Instances.slice("1.2.3", "1.2.4", 1, 0).without(Tags.SERIES_INSTANCE_UID);
        // When
        var outcomes = send(NORTH, List.of(homeless, Instances.slice("1.2.3", "1.2.4", 2, 1)));
        // Then
        assertThat(outcomes.get(0)).isEqualTo(new SendOutcome.Answered("1.2.4.1", new DimseStatus(0xC000, "")));
        assertThat(outcomes.get(1).isStored()).isTrue();
    }

    @Test
    void a_token_for_a_hospital_that_is_not_of_the_site_and_a_port_that_is_taken_are_named() {
        assertThatThrownBy(() -> new WebReceiver(
                        vertx, site(), config("{west: '" + NORTH + "'}").web(), receiver))
                .isInstanceOf(NoSuchHospital.class)
                .hasMessageContaining("west");
        var taken = Configuration.parse(
                        "web: {port: " + web.port() + ", tokens: {north: '" + NORTH + "'}}", "test", Map.of())
                .section("web", WebConfig.class);
        assertThatThrownBy(() -> new WebReceiver(vertx, site(), taken, receiver))
                .isInstanceOf(UnableToListen.class)
                .hasMessage("cannot listen on 127.0.0.1:" + web.port() + "; is the port in use?");
    }

    private SiteConfig site() {
        return new SiteConfig(
                connection.bootstrap(),
                Map.of(),
                List.of(
                        new Hospital("north", "NORTH", List.of("PACS"), new Secret("north-north-north")),
                        new Hospital("south", "SOUTH", List.of("PACS"), new Secret("south-south-south"))));
    }

    private static ReceiveConfig config(String tokens) {
        var yaml = "receive: {patience: 3s, port: 0, web: {port: 0, tokens: " + tokens + "}}";
        return Configuration.parse(yaml, "test", Map.of()).section("receive", ReceiveConfig.class);
    }

    private List<SendOutcome> send(String token, List<DataSet> instances) throws Exception {
        var peer = new WebPeer(
                URI.create("http://127.0.0.1:" + web.port() + "/dicom-web"),
                new Credentials.Bearer(token),
                Optional.empty());
        var impatient =
                new WebPatience(Duration.ofSeconds(5), Duration.ofSeconds(30), 1, Duration.ofSeconds(1), 1 << 20);
        var client = new DicomWebClient(vertx, peer, impatient, Clock.systemUTC());
        return client.store(instances.stream()
                        .map(instance -> OutgoingInstance.of(instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                        .toList())
                .eventually(client::close)
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    private List<InstanceChunk> chunks() {
        try (var follower = new Follower<>(connection, Topics.DICOM_INSTANCES)) {
            return follower.readToEnd().stream().map(entry -> entry.value()).toList();
        }
    }
}
