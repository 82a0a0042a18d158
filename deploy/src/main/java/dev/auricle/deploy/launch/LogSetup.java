package dev.auricle.deploy.launch;

import java.nio.file.Path;
import java.util.List;

/**
 * Where logs go, decided before the first logger is made: services log to standard error; the demo's screen belongs to
 * its story, so its log is a file.
 */
final class LogSetup {
    private static final String PREFIX = "org.slf4j.simpleLogger.";

    private LogSetup() {}

    static void before(List<String> arguments) {
        set("defaultLogLevel", "warn");
        set("log.dev.auricle", "info");
        set("showDateTime", "true");
        set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        set("showShortLogName", "true");
        // The servers and clients of other projects say at each start what nobody asked.
        set("log.org.apache.kafka", "warn");
        set("log.kafka", "warn");
        set("log.org.apache.kafka.streams.processor.internals.StreamThread", "warn");
        if (!arguments.isEmpty() && arguments.get(0).equals("demo")) {
            set("logFile", demoLog().toString());
        }
    }

    /** The demo's log. */
    static Path demoLog() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "auricle-demo-" + ProcessHandle.current().pid() + ".log");
    }

    private static void set(String property, String value) {
        if (System.getProperty(PREFIX + property) == null) {
            System.setProperty(PREFIX + property, value);
        }
    }
}
