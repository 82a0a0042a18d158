package dev.auricle.deploy.survive;

import dev.auricle.deploy.embed.EmbeddedBroker;
import java.nio.file.Path;

/** A broker as a process of its own, which can be killed, or end by itself where its disk is full. */
final class BrokerProcess {
    private BrokerProcess() {}

    /** Takes the folder of its log and its port. */
    public static void main(String[] arguments) throws InterruptedException {
        var broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        Thread.currentThread().join();
    }
}
