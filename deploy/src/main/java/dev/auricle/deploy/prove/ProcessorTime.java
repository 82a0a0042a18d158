package dev.auricle.deploy.prove;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time that this process has had, and every process that it started and that has ended. */
final class ProcessorTime {
    private static final Path OWN_STATE = Path.of("/proc/self/stat");

    /** Of the fields behind the name: user and system time of children that have ended (proc(5), cutime and cstime). */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;
    private static final double TICKS_PER_SECOND = 100;

    private ProcessorTime() {}

    /** In seconds; of the children only where the system tells as Linux does. */
    static double seconds() {
        return own() + children();
    }

    private static double own() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9;
    }

    private static double children() {
        try {
            var state = Files.readString(OWN_STATE);
            var fields = state.substring(state.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS_PER_SECOND;
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
