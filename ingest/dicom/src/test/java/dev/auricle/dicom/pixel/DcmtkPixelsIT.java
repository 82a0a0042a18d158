package dev.auricle.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same pixels as dcmtk's decoders, bit for bit, of public files and of what dcmtk's encoders make of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DcmtkPixelsIT {
    private static final int ROWS = 37;
    private static final int COLUMNS = 51;

    @TempDir
    Path folder;

    @Test
    void every_compressed_file_of_the_corpus_has_the_pixels_that_dcmtk_finds() throws Exception {
        // Given
        SharedData.require("dicom_corpus");
        int same = 0;
        var different = new ArrayList<String>();
        for (var path : SharedData.files("dicom_corpus")) {
            if (!isForDcmtk(path)) {
                continue;
            }
            var decompressed = folder.resolve("decompressed.dcm");
            if (decoder(DicomFile.read(path).transferSyntax())
                            .run(List.of(path.toString(), decompressed.toString()))
                            .exit()
                    != 0) {
                continue;
            }
            // When / Then
            if (isSame(DicomFile.read(path), DicomFile.read(decompressed))) {
                same++;
            } else {
                different.add(path.getFileName().toString());
            }
        }
        assertThat(different).isEmpty();
        assertThat(same).isGreaterThan(35);
    }

    private static boolean isForDcmtk(Path path) throws IOException {
        try {
            var file = DicomFile.read(path);
            return file.dataSet().contains(Tags.PIXEL_DATA)
                    && Stream.of("RLE", "JPEG_BASELINE", "JPEG_EXTENDED", "JPEG_LOSSLESS", "JPEG_LS")
                            .anyMatch(name -> file.transferSyntax().name().startsWith(name));
        } catch (UnableToReadDataSet notDicom) {
            return false;
        }
    }

    private static boolean isSame(DicomFile ours, DicomFile theirs) {
        int frames =
                ours.dataSet().find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1);
        for (int frame = 0; frame < frames; frame++) {
            if (!Arrays.equals(Decoded.frame(ours, frame), Decoded.frame(theirs, frame))) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dcmcrle",
                "dcmcjpeg +e1",
                "dcmcjpeg +e1 +pt 2",
                "dcmcjpeg +el +sv 1",
                "dcmcjpeg +el +sv 2",
                "dcmcjpeg +el +sv 3",
                "dcmcjpeg +el +sv 4",
                "dcmcjpeg +el +sv 5",
                "dcmcjpeg +el +sv 6",
                "dcmcjpeg +el +sv 7",
                "dcmcjpeg +ee",
                "dcmcjpeg +ee +q 30",
                "dcmcjpls",
                "dcmcjpls +en +md 3"
            })
    void what_dcmtk_compresses_is_read_as_dcmtk_reads_it(String command) throws Exception {
        // Given: dcmtk does not write every kind of sample with every process
        var images = List.of(
                grey(8, 8, 0), grey(16, 12, 0), grey(16, 12, 1), grey(16, 16, 0), grey(16, 16, 1), grey(16, 10, 0));
        int compared = 0;
        for (var image : images) {
            compared += isCompared(command, image) ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dcmcrle",
                "dcmcjpeg +e1",
                "dcmcjpeg +eb",
                "dcmcjpeg +eb +s4",
                "dcmcjpeg +eb +n1 +q 50",
                "dcmcjpeg +eb +cr",
                "dcmcjpeg +eb -ho",
                "dcmcjpls +il",
                "dcmcjpls +is",
                "dcmcjpls +in",
                "dcmcjpls +is +en +md 2"
            })
    void colours_that_dcmtk_compresses_are_read_as_dcmtk_reads_them(String command) throws Exception {
        assertThat(isCompared(command, colour())).isTrue();
    }

    /** Whether dcmtk compressed the image; then both made the same of it, or the test has failed. */
    private boolean isCompared(String command, DataSet image) throws Exception {
        var words = List.of(command.split(" ", -1));
        var plain = folder.resolve("plain.dcm");
        var compressed = folder.resolve("compressed.dcm");
        var decompressed = folder.resolve("decompressed.dcm");
        DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(plain);
        var arguments = new ArrayList<>(words.subList(1, words.size()));
        arguments.addAll(List.of(plain.toString(), compressed.toString()));
        if (Tool.require(words.get(0)).run(arguments).exit() != 0) {
            return false;
        }
        var ours = DicomFile.read(compressed);
        var decoded = decoder(ours.transferSyntax()).run(List.of(compressed.toString(), decompressed.toString()));
        assertThat(decoded.exit()).as(decoded.output()).isZero();
        // When
        var values = Decoded.frame(ours, 0);
        // Then
        assertThat(values).isEqualTo(Decoded.frame(DicomFile.read(decompressed), 0));
        return true;
    }

    private static Tool decoder(TransferSyntax syntax) {
        if (syntax == TransferSyntax.RLE_LOSSLESS) {
            return Tool.require("dcmdrle");
        }
        return Tool.require(syntax.name().startsWith("JPEG_LS") ? "dcmdjpls" : "dcmdjpeg");
    }

    /** Hills, noise, flat parts and extremes, from a fixed seed. */
    private static DataSet grey(int allocated, int stored, int signed) {
        var random = new Random(stored);
        var cells = ByteBuffer.allocate(ROWS * COLUMNS * allocated / 8).order(ByteOrder.LITTLE_ENDIAN);
        int range = 1 << stored;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int value = sample(random, row, column, range) - signed * range / 2;
                if (allocated == 8) {
                    cells.put((byte) value);
                } else {
                    cells.putShort((short) value);
                }
            }
        }
        return image(cells, allocated)
                .set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.BITS_STORED, stored)
                .set(Tags.HIGH_BIT, stored - 1)
                .set(Tags.PIXEL_REPRESENTATION, signed)
                .build();
    }

    private static int sample(Random random, int row, int column, int range) {
        if (column < 12) {
            return row % 3 == 0 ? range - 1 : 0;
        }
        if (column < 30) {
            return range / 3;
        }
        double hill = 0.5 + 0.4 * Math.sin(row * 0.2) * Math.cos(column * 0.15);
        return Math.max(0, Math.min((int) (range * (hill + 0.02 * random.nextGaussian())), range - 1));
    }

    private static DataSet colour() {
        var random = new Random(3);
        var cells = ByteBuffer.allocate(ROWS * COLUMNS * 3);
        for (int i = 0; i < ROWS * COLUMNS * 3; i++) {
            cells.put((byte) sample(random, i / 3 / COLUMNS, (i / 3 + 9 * (i % 3)) % COLUMNS, 256));
        }
        return image(cells, 8)
                .set(Tags.SAMPLES_PER_PIXEL, 3)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "RGB")
                .set(Tags.PLANAR_CONFIGURATION, 0)
                .set(Tags.BITS_STORED, 8)
                .set(Tags.HIGH_BIT, 7)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .build();
    }

    private static DataSetBuilder image(ByteBuffer cells, int allocated) {
        var even = new byte[cells.position() + cells.position() % 2];
        cells.flip().get(even, 0, cells.limit());
        return DataSet.builder()
                .set(
                        Tags.SOP_CLASS_UID,
                        SopClass.of("1.2.840.10008.5.1.4.1.1.7").orElseThrow().uid())
                .set(Tags.SOP_INSTANCE_UID, "2.25.31")
                .set(Tags.STUDY_INSTANCE_UID, "2.25.32")
                .set(Tags.SERIES_INSTANCE_UID, "2.25.33")
                .set(Tags.ROWS, ROWS)
                .set(Tags.COLUMNS, COLUMNS)
                .set(Tags.BITS_ALLOCATED, allocated)
                .put(new ValueElement(
                        Tags.PIXEL_DATA, allocated == 8 ? Vr.OB : Vr.OW, Bytes.wrap(even), ByteOrder.LITTLE_ENDIAN));
    }
}
