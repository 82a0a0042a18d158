package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.auricle.deploy.launch.Auricle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The processes of one test, by name. What each says lies in a file of the test's own folder below target. */
final class Children implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofMillis(5);

    private final Path logs;
    private final Map<String, Class<?>> mains = new HashMap<>();
    private final Map<String, List<String>> arguments = new HashMap<>();
    private final Map<String, ChildProcess> alive = new HashMap<>();
    private int started;

    /** Of one test. */
    Children(String test) {
        logs = Path.of("target", "survive", test);
        try {
            Files.createDirectories(logs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts the auricle command. */
    void start(String name, String... command) {
        start(name, Auricle.class, command);
    }

    /** Starts a main class. */
    void start(String name, Class<?> main, String... command) {
        mains.put(name, main);
        arguments.put(name, List.of(command));
        startAgain(name);
    }

    /** Starts one with the arguments that it had before. */
    void startAgain(String name) {
        started++;
        var log = logs.resolve(started + "-" + name + ".log");
        alive.put(
                name,
                ChildProcess.start(
                        log, mains.getOrDefault(name, Auricle.class), arguments.getOrDefault(name, List.of())));
    }

    /** Kills some of them, all at once. */
    void kill(String... names) {
        var killed = Stream.of(names).map(this::named).toList();
        killed.forEach(ChildProcess::kill);
        killed.forEach(ChildProcess::awaitKilled);
        List.of(names).forEach(alive::remove);
    }

    /** Waits until something is so, as long as all live. */
    void awaitThat(String what, BooleanSupplier isSo) {
        await(what + "; see " + logs)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(TICK)
                .atMost(LONG)
                .failFast(() -> assertThat(ended()).as("ended by themselves").isEmpty())
                .until(isSo::getAsBoolean);
    }

    /** Whether one has ended by itself. */
    boolean hasEnded(String name) {
        return named(name).hasEnded();
    }

    /** The most memory that one has had so far, in mebibytes. */
    long peakMebibytes(String name) {
        return named(name).peakMebibytes();
    }

    @Override
    public void close() {
        new ArrayList<>(alive.values()).forEach(ChildProcess::close);
        alive.clear();
    }

    private ChildProcess named(String name) {
        return Optional.ofNullable(alive.get(name)).orElseThrow();
    }

    private List<Path> ended() {
        return alive.values().stream()
                .filter(ChildProcess::hasEnded)
                .map(ChildProcess::log)
                .toList();
    }
}
