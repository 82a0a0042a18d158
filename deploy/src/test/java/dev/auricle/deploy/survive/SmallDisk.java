package dev.auricle.deploy.survive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A disk in memory that is soon full, and can be made larger. Needs the right to mount. */
final class SmallDisk implements AutoCloseable {
    private final Path place;

    private SmallDisk(Path place) {
        this.place = place;
    }

    /** Mounts one, or skips the test where that is not allowed. */
    static SmallDisk mount(Path place, int mebibytes) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", place.toString());
        assumeTrue(mounted, "a disk cannot be mounted here (it takes root)");
        return new SmallDisk(place);
    }

    Path place() {
        return place;
    }

    void enlarge(int mebibytes) {
        if (!run("mount", "-o", "remount,size=" + mebibytes + "m", place.toString())) {
            throw new IllegalStateException("the disk cannot be enlarged");
        }
    }

    /** Lazily: a process that was killed a moment ago may still have files open. */
    @Override
    public void close() {
        run("umount", "-l", place.toString());
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
