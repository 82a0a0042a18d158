package dev.auricle.deploy.rehearse;

import dev.auricle.schemas.record.Sample;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A site's samples in a file: its records in the order of its partition, each after its length. */
public final class SampleFile {
    /** What it is called in the site's folder. */
    public static final String NAME = "samples.pb";

    private SampleFile() {}

    /** Writes what is handed over, all or nothing; the folder is made. */
    public static void write(Path file, Consumer<Consumer<Sample>> samples) {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                samples.accept(sample -> append(sample, out));
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException failed) {
            throw new UnableToRehearse(file + " cannot be written", failed);
        }
    }

    /** Reads all of them. */
    static List<Sample> read(Path file) {
        var samples = new ArrayList<Sample>();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            for (var next = Sample.parseDelimitedFrom(in); next != null; next = Sample.parseDelimitedFrom(in)) {
                samples.add(next);
            }
        } catch (IOException failed) {
            throw new UnableToRehearse(file + " is no file of samples, or ends too early", failed);
        }
        return samples;
    }

    private static void append(Sample sample, OutputStream out) {
        try {
            sample.writeDelimitedTo(out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
