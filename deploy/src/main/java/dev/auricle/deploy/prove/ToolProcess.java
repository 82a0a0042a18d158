package dev.auricle.deploy.prove;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A peer that runs as a process of its own and keeps quiet. */
final class ToolProcess {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final String name;
    private final Process process;

    private ToolProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a command.
     *
     * @param noDelay DCMTK's switch TCP_NODELAY: whether Nagle's algorithm is off
     * @param debian the package that has the command
     * @param log where its output goes
     */
    static ToolProcess start(List<String> command, boolean noDelay, String debian, Path log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("TCP_NODELAY", noDelay ? "1" : "0");
        try {
            return new ToolProcess(command.get(0), builder.start());
        } catch (IOException missing) {
            throw new UnableToMeasure(
                    command.get(0) + " cannot be started; it is in Debian's package " + debian, missing);
        }
    }

    /** Returns when it listens on a port. */
    ToolProcess awaitPort(int port) {
        long giveUp = System.nanoTime() + START.toNanos();
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                stop();
                throw new UnableToMeasure(name + " does not listen on port " + port);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return this;
    }

    /** Returns when it has ended well. */
    void awaitSuccess() {
        try {
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                stop();
                throw new UnableToMeasure(name + " did not end well");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
            throw new UnableToMeasure("interrupted", interrupted);
        }
    }

    /** Ends it. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(START.toSeconds(), TimeUnit.SECONDS).join();
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
