package dev.auricle.deploy.prove;

import dev.auricle.deploy.observe.DataSetDump;
import dev.auricle.deploy.prove.BenchReport.Gate;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.BulkRule;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.DicomStream;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads and prints headers, beside DCMTK's {@code dcmdump}: enhanced images of many frames, whose functional groups are
 * all there is in them. Both read every file and print every element, to nowhere.
 */
final class ParseBench {
    private static final int FILES = 40;
    private static final int FRAMES = 2000;
    private static final int TURNS = 5;
    private static final double AS_FAST_AS = 1;
    private static final double MEBIBYTE = 1 << 20;

    private final Path folder;
    private final List<Reading> readings = new ArrayList<>();

    /**
     * How long it took to read all files once.
     *
     * @param what it was read with
     */
    record Reading(String what, double mebibytes, double seconds, double mebibytesPerSecond) {
        static Reading of(String what, double mebibytes, double seconds) {
            return new Reading(what, mebibytes, seconds, mebibytes / seconds);
        }
    }

    ParseBench(Path folder) {
        this.folder = folder;
    }

    BenchReport run() {
        var files = write();
        double mebibytes = files.stream().mapToLong(ParseBench::size).sum() / MEBIBYTE;
        for (int turn = 0; turn < TURNS; turn++) {
            readings.add(Reading.of("auricle, read", mebibytes, seconds(() -> files.forEach(ParseBench::read))));
            readings.add(
                    Reading.of("auricle, read and print", mebibytes, seconds(() -> files.forEach(ParseBench::dump))));
            readings.add(Reading.of("dcmdump", mebibytes, seconds(this::dcmdump)));
        }
        double ratio = median("auricle, read and print") / median("dcmdump");
        return new BenchReport(
                "parse",
                List.of(Gate.atLeast("reading and printing / dcmdump", ratio, AS_FAST_AS)),
                List.of(),
                readings);
    }

    private double median(String what) {
        var rates = readings.stream()
                .filter(reading -> reading.what().equals(what))
                .mapToDouble(Reading::mebibytesPerSecond)
                .sorted()
                .toArray();
        return rates[rates.length / 2];
    }

    private static double seconds(Runnable task) {
        long begin = System.nanoTime();
        task.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private void dcmdump() {
        var command = new ArrayList<>(List.of("dcmdump", "+sd", folder.toString()));
        ToolProcess.start(command, false, "dcmtk", Path.of("/dev/null")).awaitSuccess();
    }

    private static DicomFile read(Path file) {
        try {
            return DicomFile.read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void dump(Path file) {
        try (var stream = DicomStream.open(file, ReadLimits.DEFAULT, BulkRule.longerThan(4096))) {
            new DataSetDump(new PrintWriter(Writer.nullWriter()), true).print(stream);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> write() {
        try {
            Files.createDirectories(folder);
            var files = new ArrayList<Path>();
            for (int number = 0; number < FILES; number++) {
                var file = folder.resolve("enhanced-%02d.dcm".formatted(number));
                DicomFile.of(image(number), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .write(file);
                files.add(file);
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DataSet image(int number) {
        var frames = IntStream.range(0, FRAMES).mapToObj(ParseBench::frame).toArray(DataSet[]::new);
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.ENHANCED_MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.200." + number)
                .set(Tags.MODALITY, "MR")
                .set(Tags.NUMBER_OF_FRAMES, FRAMES)
                .items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .build();
    }

    private static DataSet frame(int number) {
        return DataSet.builder()
                .items(
                        Tags.FRAME_CONTENT_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.DIMENSION_INDEX_VALUES, 1, number + 1)
                                .build())
                .items(
                        Tags.PLANE_POSITION_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.IMAGE_POSITION_PATIENT, -110.25, -98.5, 1.5 * number)
                                .build())
                .items(
                        Tags.PIXEL_MEASURES_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.PIXEL_SPACING, 0.9375, 0.9375)
                                .set(Tags.SLICE_THICKNESS, 1.5)
                                .build())
                .build();
    }
}
