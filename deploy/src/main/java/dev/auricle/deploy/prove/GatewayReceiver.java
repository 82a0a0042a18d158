package dev.auricle.deploy.prove;

import dev.auricle.dicom.network.VertxDicomNetwork;
import dev.auricle.ingest.receive.ReceiveConfig;
import dev.auricle.ingest.receive.Receiver;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.SiteConfig;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Our gateway, which answers when the brokers have the bytes.
 *
 * @param bootstrap of the brokers
 */
record GatewayReceiver(Vertx vertx, String bootstrap) implements StoreReceiver {
    private static final String AE_TITLE = "BENCH";

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Listening listen(Path folder) {
        var hospital = new Hospital("bench", AE_TITLE, List.of("PACS"), new Secret("no secret at all"));
        var receiver = new Receiver(
                new VertxDicomNetwork(vertx),
                new SiteConfig(bootstrap, Map.of(), List.of(hospital)),
                Configuration.parse("{port: 0}", "bench", Map.of()).as(ReceiveConfig.class),
                () -> UUID.randomUUID().toString());
        return new Listening(receiver.port(), AE_TITLE, receiver::close);
    }
}
