package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.Folders;
import dev.auricle.deploy.prove.BenchReport.Gate;
import dev.auricle.deploy.prove.BenchReport.Ratio;
import dev.auricle.deploy.prove.StoreReceiver.Listening;
import dev.auricle.deploy.prove.StoreTurn.Setting;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * C-STORE into our gateway beside its peers. In each round everything is measured once in each setting, one peer after the
 * other, so that what else the machine does hits all alike; what counts is the median of the rounds' ratios.
 *
 * <p>The gateway is started once and warmed up, as one that runs for months; so is the producer. A bare producer has the
 * processors for itself, where the gateway shares them with its senders. So there is a fairer limit besides, without a
 * gate: the producer, while as many senders send the same images to a receiver that keeps nothing. How near that comes to
 * the producer alone is the most that any gateway could reach on this machine.
 */
final class StoreBench implements AutoCloseable {
    private static final int MOST_ASSOCIATIONS = 8;
    private static final int WARM_UP = 14;
    private static final double OF_THE_LIMIT = 0.8;
    private static final double OF_ORTHANC = 3;
    private static final List<Setting> SETTINGS = List.of(
            new Setting(1, true),
            new Setting(1, false),
            new Setting(MOST_ASSOCIATIONS, true),
            new Setting(MOST_ASSOCIATIONS, false));

    private static final String GATEWAY = "gateway";
    private static final String PRODUCER = "bare producer";
    private static final String ORTHANC = "Orthanc";
    private static final String BESIDE = "bare producer beside senders";

    private final Path work;
    private final Set<BenchPeer> peers;
    private final Consumer<String> progress;
    private final TestImages images;
    private final BareProducer limit;
    private final StoreReceiver discarding;
    private final Listening gateway;
    private final List<StoreTurn> turns = new ArrayList<>();

    /** One that is measured in every setting. */
    private record Contender(String name, Measurement measurement) {}

    /** Sends all images. */
    @FunctionalInterface
    private interface Measurement {
        /** How many seconds it took. */
        double seconds(Setting setting);
    }

    /**
     * Starts the gateway.
     *
     * @param progress is told what is being measured
     */
    StoreBench(Path work, String bootstrap, Vertx vertx, Set<BenchPeer> peers, Consumer<String> progress) {
        this.work = work;
        this.peers = peers;
        this.progress = progress;
        images = TestImages.write(work.resolve("images"), MOST_ASSOCIATIONS);
        limit = new BareProducer(bootstrap, images.bytes());
        discarding = new DiscardingReceiver(vertx);
        gateway = new GatewayReceiver(vertx, bootstrap).listen(work);
    }

    BenchReport run(int rounds) {
        for (int turn = 0; turn < WARM_UP; turn++) {
            progress.accept("warming up, %d of %d".formatted(turn + 1, WARM_UP));
            var setting = SETTINGS.get(turn % SETTINGS.size());
            send(gateway, setting);
            limit.send(setting.associations());
        }
        for (int round = 1; round <= rounds; round++) {
            for (var setting : SETTINGS) {
                round(round, rounds, setting);
            }
        }
        return new BenchReport("store", gates(), ratios(), turns);
    }

    @Override
    public void close() {
        gateway.close();
        limit.close();
    }

    /** Every other round goes the other way round. */
    private void round(int round, int rounds, Setting setting) {
        var contenders = new ArrayList<>(contenders());
        if (round % 2 == 0) {
            Collections.reverse(contenders);
        }
        for (var contender : contenders) {
            progress.accept("round %d of %d, %s: %s".formatted(round, rounds, setting, contender.name()));
            double before = ProcessorTime.seconds();
            double seconds = contender.measurement().seconds(setting);
            double processor = ProcessorTime.seconds() - before;
            turns.add(new StoreTurn(
                    contender.name(),
                    round,
                    setting,
                    images.count(),
                    TestImages.PIXEL_BYTES,
                    seconds,
                    images.count() / seconds,
                    processor));
        }
    }

    private List<Contender> contenders() {
        var ours = Stream.of(new Contender(GATEWAY, setting -> send(gateway, setting)), of(discarding));
        var producers = Stream.of(
                new Contender(PRODUCER, setting -> limit.send(setting.associations())),
                new Contender(BESIDE, this::produceBesideSenders));
        return Stream.of(
                        ours,
                        producers.filter(contender -> peers.contains(BenchPeer.PRODUCER)),
                        Stream.of(new OrthancReceiver(false), new OrthancReceiver(true))
                                .filter(receiver -> peers.contains(BenchPeer.ORTHANC))
                                .map(this::of),
                        Stream.of(new StorescpReceiver(true))
                                .filter(receiver -> peers.contains(BenchPeer.STORESCP))
                                .map(this::of))
                .flatMap(some -> some)
                .toList();
    }

    /** Begins with an empty store every time: a peer may do less for what it already has. */
    private Contender of(StoreReceiver receiver) {
        return new Contender(receiver.name(), setting -> {
            var folder = create(work.resolve("receiver").resolve("kept"));
            try (var listening = receiver.listen(folder)) {
                return send(listening, setting);
            } finally {
                Folders.delete(work.resolve("receiver"));
            }
        });
    }

    private double send(Listening receiver, Setting setting) {
        return new Storescu(setting.associations(), setting.senderNoDelay()).send(images, receiver);
    }

    /** Until both have ended. */
    private double produceBesideSenders(Setting setting) {
        try (var listening = discarding.listen(work)) {
            DoubleSupplier producing = () -> limit.send(setting.associations());
            var produced = CompletableFuture.supplyAsync(producing::getAsDouble);
            double sent = send(listening, setting);
            return Math.max(sent, produced.join());
        }
    }

    private List<Gate> gates() {
        var gates = new ArrayList<Gate>();
        for (var setting : SETTINGS) {
            if (peers.contains(BenchPeer.PRODUCER)) {
                gates.add(Gate.atLeast(name(PRODUCER, setting), ratio(PRODUCER, setting), OF_THE_LIMIT));
            }
            if (peers.contains(BenchPeer.ORTHANC)) {
                gates.add(Gate.atLeast(name(ORTHANC, setting), ratio(ORTHANC, setting), OF_ORTHANC));
            }
        }
        return gates;
    }

    private List<Ratio> ratios() {
        var gated = Set.of(GATEWAY, PRODUCER, ORTHANC);
        var ratios = new ArrayList<Ratio>();
        for (var setting : SETTINGS) {
            contenders().stream()
                    .map(Contender::name)
                    .filter(name -> !gated.contains(name))
                    .forEach(name -> ratios.add(new Ratio(name(name, setting), ratio(name, setting))));
            if (peers.contains(BenchPeer.PRODUCER)) {
                double most = StoreTurn.ratio(turns, setting, BESIDE, PRODUCER);
                ratios.add(new Ratio(BESIDE + " / " + PRODUCER + ", " + setting, most));
            }
        }
        return ratios;
    }

    private double ratio(String peer, Setting setting) {
        return StoreTurn.ratio(turns, setting, GATEWAY, peer);
    }

    private static String name(String peer, Setting setting) {
        return "gateway / " + peer + ", " + setting;
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
