package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.TransferSyntax;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one end sends, the other receives. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransferTest {
    private final Loopback loopback = new Loopback();
    private final GatheringScp gathering = new GatheringScp();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void an_echo_is_answered() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        // When
        var status = Await.result(association.echo());
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        Await.result(association.release());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4090, 4092, 131066, 131068, 1_000_000})
    void an_instance_arrives_as_it_was_sent(int pixels) throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        var image = Loopback.image(1, pixels);
        // When
        var status =
                Await.result(association.store(OutgoingInstance.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        var received = gathering.received().get(0);
        assertThat(received.dataSet().getBytes()).isEqualTo(Loopback.encoded(image));
        assertThat(received.request().sopClass()).isEqualTo(Loopback.MR);
        assertThat(received.request().transferSyntax()).isEqualTo(Loopback.EXPLICIT);
        assertThat(received.request().association().callingAe()).isEqualTo("SENDER");
    }

    @Test
    void units_are_no_longer_than_the_provider_takes_them() throws Exception {
        // Given: a provider that aborts what is longer
        var limits =
                new AssociationLimits(10, 4096, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        var association = loopback.connect(loopback.listen(limits, gathering));
        // When
        var status = Await.result(association.store(
                OutgoingInstance.of(Loopback.image(1, 50_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void pieces_of_any_length_make_one_data_set() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        var random = new Random(7);
        var whole = Buffer.buffer(Loopback.encoded(Loopback.image(1, 700_000)));
        var pieces = new ArrayList<Buffer>();
        for (int start = 0;
                start < whole.length();
                start += pieces.get(pieces.size() - 1).length()) {
            pieces.add(whole.slice(start, Math.min(whole.length(), start + 1 + random.nextInt(90_000))));
        }
        var source = InstanceSource.of(pieces.toArray(Buffer[]::new));
        // When
        Await.result(association.store(new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, () -> source)));
        // Then
        assertThat(gathering.received().get(0).dataSet()).isEqualTo(whole);
    }

    @Test
    void an_association_that_dies_in_the_middle_aborts_the_sink() throws Exception {
        // Given: a source that gives one piece and then nothing
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        var pieces = List.of(
                        Future.succeededFuture(Optional.of(Buffer.buffer(new byte[400_000]))),
                        Promise.<Optional<Buffer>>promise().future())
                .iterator();
        var stored = association.store(new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, () -> pieces::next));
        // When
        association.abort();
        // Then
        assertThat(Await.failure(stored)).isInstanceOf(UnableToExchange.class);
        Await.until(() -> gathering.aborted().size() == 1);
        assertThat(gathering.received()).isEmpty();
    }

    @Test
    void a_data_set_that_cannot_be_had_costs_nothing_else() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        var missing = new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, () -> {
            throw new IllegalStateException("no such file");
        });
        // When
        var failure = Await.failure(association.store(missing));
        // Then
        assertThat(failure).hasMessage("no such file");
        assertThat(Await.result(association.store(Loopback.small()))).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void a_source_that_fails_ends_the_association() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        InstanceSource broken = () -> Future.failedFuture(new IllegalStateException("disk"));
        // When
        var stored = association.store(new OutgoingInstance(Loopback.MR, "1.2", Loopback.EXPLICIT, () -> broken));
        // Then
        assertThat(Await.failure(stored)).isInstanceOf(UnableToExchange.class);
        assertThat(Await.failure(association.echo())).isInstanceOf(UnableToExchange.class);
    }

    @Test
    void an_instance_for_which_no_context_was_accepted_is_not_sent() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, gathering));
        // When
        var failure = Await.failure(
                association.store(OutgoingInstance.of(Loopback.image(1, 2), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN)));
        // Then
        assertThat(failure)
                .isInstanceOf(NoSuchContext.class)
                .hasMessage("no accepted context for MR Image Storage in Explicit VR Big Endian");
        assertThat(Await.result(association.echo())).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void nobody_there_is_a_failure_of_its_own() throws Exception {
        // Given
        var peer = Loopback.nobody();
        // When
        var failure = Await.failure(loopback.network().connect(peer, Loopback.CONTEXTS, AssociationTimeouts.DEFAULT));
        // Then
        assertThat(failure).isInstanceOf(UnableToConnect.class);
    }

    @Test
    void forty_associations_at_once_store_all_they_have() throws Exception {
        // Given
        var server = loopback.listen(AssociationLimits.DEFAULT, gathering);
        var scu = new StoreScu(loopback.network(), AssociationTimeouts.DEFAULT);
        // When
        var sent = IntStream.range(0, 40)
                .mapToObj(i -> scu.send(
                        Loopback.peer(server),
                        IntStream.range(0, 5)
                                .mapToObj(j -> OutgoingInstance.of(
                                        Loopback.image(i * 5 + j, 20_000), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                                .toList()))
                .toList();
        // Then
        for (var outcomes : sent) {
            assertThat(Await.result(outcomes)).hasSize(5).allMatch(SendOutcome::isStored);
        }
        assertThat(gathering.received().stream()
                        .map(received -> received.request().sopInstance()))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }
}
