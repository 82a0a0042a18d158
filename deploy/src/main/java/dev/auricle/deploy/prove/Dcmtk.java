package dev.auricle.deploy.prove;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The peers of DCMTK, as processes. */
final class Dcmtk {
    private static final Duration START = Duration.ofSeconds(20);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Dcmtk() {}

    /**
     * Sends all files of a folder.
     *
     * @param noDelay whether the sender sets TCP_NODELAY
     * @return seconds, from start to end of the process
     */
    static double send(Path folder, int port, String called, boolean noDelay) {
        var command = List.of(
                "storescu",
                "-aet",
                "PACS",
                "-aec",
                called,
                "+sd",
                "127.0.0.1",
                String.valueOf(port),
                folder.toString());
        long begin = System.nanoTime();
        var process = start(command, noDelay, folder.resolveSibling("storescu.log"));
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new UnableToMeasure("storescu did not send the files");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new UnableToMeasure("interrupted", interrupted);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Starts storescp, which writes what it is sent into a folder; ready when it answers. */
    static Process receive(Path folder, int port, boolean noDelay) {
        var command = new ArrayList<>(List.of("storescp", "-od", folder.toString(), String.valueOf(port)));
        var process = start(command, noDelay, folder.resolveSibling("storescp.log"));
        long giveUp = System.nanoTime() + START.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                process.destroyForcibly();
                throw new UnableToMeasure("storescp does not listen on port " + port);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return process;
    }

    private static Process start(List<String> command, boolean noDelay, Path log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // DCMTK's switch: 1 sets the option, 0 leaves Nagle's algorithm on.
        builder.environment().put("TCP_NODELAY", noDelay ? "1" : "0");
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new UnableToMeasure(command.get(0) + " cannot be started; it is in Debian's package dcmtk", missing);
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
