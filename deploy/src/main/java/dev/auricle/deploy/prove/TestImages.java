package dev.auricle.deploy.prove;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CT images of half a mebibyte of noise, as files.
 *
 * @param folders the same number of images in each, give or take one
 * @param count of all images
 */
record TestImages(List<Path> folders, int count) {
    /** Bytes of one image's pixels. */
    static final int PIXEL_BYTES = 1 << 19;

    /** How many. */
    private static final int COUNT = 300;

    private static final int SIDE = 512;

    /** Writes the images, dealt out to so many folders. */
    static TestImages write(Path directory, int folders) {
        var pixels = new byte[PIXEL_BYTES];
        new Random(1).nextBytes(pixels);
        try {
            for (int number = 0; number < COUNT; number++) {
                var folder = Files.createDirectories(directory.resolve("part-" + number % folders));
                DicomFile.of(image(number, pixels), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .write(folder.resolve("image-%04d.dcm".formatted(number)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new TestImages(
                IntStream.range(0, folders)
                        .mapToObj(part -> directory.resolve("part-" + part))
                        .toList(),
                COUNT);
    }

    /** The bytes of every file. */
    List<byte[]> bytes() {
        return folders.stream().flatMap(TestImages::files).map(TestImages::read).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DataSet image(int number, byte[] pixels) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.CT_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.100." + number)
                .set(Tags.MODALITY, "CT")
                .set(Tags.PATIENT_ID, "BENCH")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.1")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.2")
                .set(Tags.INSTANCE_NUMBER, number)
                .set(Tags.ROWS, SIDE)
                .set(Tags.COLUMNS, SIDE)
                .set(Tags.BITS_ALLOCATED, 16)
                .bytes(Tags.PIXEL_DATA, Vr.OW, pixels)
                .build();
    }
}
