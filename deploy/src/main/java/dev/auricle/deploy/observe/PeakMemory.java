package dev.auricle.deploy.observe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's largest resident set so far. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long KIB_IN_MIB = 1024;

    private PeakMemory() {}

    /** In MiB; where the system does not tell, what the heap and Java's other pools have committed. */
    public static long mebibytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_MIB)
                    .findFirst()
                    .orElseGet(PeakMemory::committed);
        } catch (IOException notLinux) {
            return committed();
        }
    }

    private static long committed() {
        var memory = ManagementFactory.getMemoryMXBean();
        long bytes = memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
        return bytes / (KIB_IN_MIB * KIB_IN_MIB);
    }
}
