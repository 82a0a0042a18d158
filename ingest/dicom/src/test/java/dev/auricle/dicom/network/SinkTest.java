package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Back-pressure, and what becomes of a sink's troubles. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SinkTest {
    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() throws InterruptedException, TimeoutException {
        loopback.close();
    }

    @Test
    void a_slow_sink_is_given_one_piece_at_a_time() throws Exception {
        // Given: a sink that completes each write in another thread, and notes whether two were ever open
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var bytes = new AtomicInteger();
        var sink = Loopback.sink(fragment -> {
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            bytes.addAndGet(fragment.length());
            var written = Promise.<Void>promise();
            new Thread(() -> {
                        open.decrementAndGet();
                        written.complete();
                    })
                    .start();
            return written.future();
        });
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var status = Await.result(association.store(Loopback.big()));
        // Then
        assertThat(status).isEqualTo(DimseStatus.SUCCESS);
        assertThat(most).hasValue(1);
        assertThat(bytes).hasValue(64 << 20);
    }

    @Test
    void a_sink_that_waits_stops_its_sender_and_nobody_else() throws Exception {
        // Given
        var gate = Promise.<Void>promise();
        var writes = new AtomicInteger();
        var sink = Loopback.sink(fragment -> {
            writes.incrementAndGet();
            return gate.future();
        });
        var server = loopback.listen(AssociationLimits.DEFAULT, request -> sink);
        var stuck = loopback.connect(server).store(Loopback.big());
        Await.until(() -> writes.get() > 0);
        // When
        var echo = Await.result(loopback.connect(server).echo());
        // Then
        assertThat(echo).isEqualTo(DimseStatus.SUCCESS);
        assertThat(writes).hasValue(1);
        assertThat(stuck.isComplete()).isFalse();
        gate.complete();
        assertThat(Await.result(stuck)).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void the_status_of_a_sink_is_the_answer() throws Exception {
        // Given
        var status = DimseStatus.OUT_OF_RESOURCES.because("log not writable");
        var sink = new DelegatingSink(fragment -> Future.succeededFuture(), () -> Future.succeededFuture(status));
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var answer = Await.result(association.store(Loopback.small()));
        // Then
        assertThat(answer).isEqualTo(status);
        assertThat(answer.isSuccess()).isFalse();
    }

    @Test
    void a_sink_that_cannot_write_is_aborted_and_its_status_is_the_answer() throws Exception {
        // Given
        var sink = Loopback.sink(fragment -> Future.failedFuture(new UnableToStore(DimseStatus.OUT_OF_RESOURCES)));
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, request -> sink));
        // When
        var first = Await.result(association.store(Loopback.big()));
        // Then
        assertThat(first).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
        assertThat(sink.aborted()).hasSize(1);
        assertThat(Await.result(association.echo())).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void what_a_provider_throws_is_a_processing_failure() throws Exception {
        // Given
        var association = loopback.connect(loopback.listen(AssociationLimits.DEFAULT, request -> {
            throw new IllegalStateException("a mistake of the application");
        }));
        // When
        var status = Await.result(association.store(Loopback.small()));
        // Then
        assertThat(status).isEqualTo(DimseStatus.PROCESSING_FAILURE);
    }
}
