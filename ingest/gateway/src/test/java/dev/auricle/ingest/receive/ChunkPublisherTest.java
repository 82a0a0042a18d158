package dev.auricle.ingest.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.KafkaConnection;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChunkPublisherTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void there_is_no_room_while_too_much_is_on_its_way_and_room_again_when_it_has_arrived() {
        var config = Configuration.parse("{inFlightMebibytes: 4, patience: 1s}", "test", Map.of())
                .as(ReceiveConfig.class);
        try (var publisher = new ChunkPublisher(KafkaConnection.to("127.0.0.1:1"), config)) {
            // Given
            publisher.announce(4 * MEBIBYTE);
            assertThat(publisher.room().isComplete()).isTrue();
            // When
            publisher.announce(1);
            var waiting = publisher.room();
            // Then
            assertThat(waiting.isComplete()).isFalse();
            // And
            publisher.settle(1);
            assertThat(waiting.succeeded()).isTrue();
        }
    }
}
