package dev.auricle.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * JPEG 2000 against OpenJPEG: the same without loss; with loss, nearly so: its constant for the detail of the 9-7 filter
 * is 1.625732 where 2 / K is 1.625786, and floating point numbers round to a neighbour now and then.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenJpegIT {
    private static final FrameDecoder DECODER =
            FrameDecoder.of(TransferSyntax.JPEG_2000).orElseThrow();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "-n 1",
                "-n 3 -b 16,32",
                "-p RLCP -r 20,5,1",
                "-p RPCL -c [32,32],[16,16] -n 4",
                "-p PCRL -c [64,32] -r 10,1",
                "-p CPRL -c [32,32] -n 3",
                "-t 33,34 -n 3",
                "-t 40,40 -d 7,5 -T 3,2 -n 3",
                "-d 13,9",
                "-SOP -EPH -r 8,1",
                "-M 1",
                "-M 2",
                "-M 4",
                "-M 8",
                "-M 32",
                "-M 63"
            })
    void what_is_compressed_without_loss_comes_back(String arguments) throws Exception {
        for (var format : formats()) {
            // Given
            var cells = cells(format);
            // When
            var decoded = DECODER.decode(compressed(cells, format, arguments), format);
            // Then
            assertThat(decoded).isEqualTo(cells);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"-I", "-I -r 10", "-r 12", "-I -r 30,10 -t 50,50", "-I -d 3,3 -n 2", "-I -M 1 -r 4"})
    void what_is_compressed_with_loss_comes_back_as_OpenJPEG_has_it(String arguments) throws Exception {
        for (var format : formats()) {
            // Given
            var stream = compressed(cells(format), format, arguments);
            // When
            var decoded = DECODER.decode(stream, format);
            // Then
            assertAlike(decoded, decompressed(stream, format), format);
        }
    }

    @Test
    void the_streams_of_the_corpus_come_out_as_OpenJPEG_has_them() throws Exception {
        // Given
        SharedData.require("dicom_corpus");
        int compared = 0;
        for (var path : SharedData.files("dicom_corpus")) {
            for (var image : jpeg2000(path)) {
                var format = format(image);
                var stream = EncapsulatedFrames.of(image, pixels(image), frames(image))
                        .frame(0);
                // When
                var decoded = DECODER.decode(stream, format);
                // Then
                assertAlike(decoded, decompressed(stream, format), format);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(9);
    }

    private static List<FrameFormat> formats() {
        return List.of(new FrameFormat(61, 83, 1, 8), new FrameFormat(61, 83, 1, 16), new FrameFormat(50, 40, 3, 8));
    }

    /** Hills and noise from a fixed seed. */
    private static byte[] cells(FrameFormat format) {
        var random = new Random(format.bytes());
        var cells = new Cells(format);
        int range = 1 << format.allocated();
        for (int i = 0; i < format.cells(); i++) {
            int column = i / format.samples() % format.columns();
            int row = i / format.samples() / format.columns();
            double hill = 0.5 + 0.4 * Math.sin(row * 0.1 + i % format.samples()) * Math.cos(column * 0.07);
            cells.set(i, (int) (range * Math.max(0, Math.min(hill + 0.01 * random.nextGaussian(), 0.999))));
        }
        return cells.bytes();
    }

    private byte[] compressed(byte[] cells, FrameFormat format, String arguments) throws Exception {
        var raw = folder.resolve("plain.rawl");
        var stream = folder.resolve("compressed.j2k");
        Files.write(raw, byPlane(cells, format));
        var size = format.columns() + "," + format.rows() + "," + format.samples() + "," + format.allocated() + ",u";
        var command = new ArrayList<>(List.of("-i", raw.toString(), "-o", stream.toString(), "-F", size));
        if (!arguments.isEmpty()) {
            command.addAll(List.of(arguments.split(" ", -1)));
        }
        var result = Tool.require("opj_compress").run(command);
        assertThat(result.exit()).as(result.output()).isZero();
        return Files.readAllBytes(stream);
    }

    private byte[] decompressed(byte[] stream, FrameFormat format) throws Exception {
        var compressed = folder.resolve("given." + (stream[0] == 0 ? "jp2" : "j2k"));
        var raw = folder.resolve("decompressed.rawl");
        Files.write(compressed, stream);
        var result = Tool.require("opj_decompress").run(List.of("-i", compressed.toString(), "-o", raw.toString()));
        assertThat(result.exit()).as(result.output()).isZero();
        return byPixel(Files.readAllBytes(raw), format);
    }

    private static byte[] byPlane(byte[] cells, FrameFormat format) {
        return turned(cells, format.pixels(), format.samples(), format.bytesPerCell());
    }

    private static byte[] byPixel(byte[] planes, FrameFormat format) {
        return turned(planes, format.samples(), format.pixels(), format.bytesPerCell());
    }

    private static byte[] turned(byte[] cells, int rows, int columns, int width) {
        var turned = new byte[cells.length];
        for (int i = 0; i < rows * columns; i++) {
            System.arraycopy(cells, i * width, turned, (i % columns * rows + i / columns) * width, width);
        }
        return turned;
    }

    private static void assertAlike(byte[] ours, byte[] theirs, FrameFormat format) {
        assertThat(ours).hasSameSizeAs(theirs);
        int different = 0;
        for (int cell = 0; cell < format.cells(); cell++) {
            int difference = Math.abs(value(ours, cell, format) - value(theirs, cell, format));
            assertThat(difference).as("cell " + cell).isLessThanOrEqualTo(format.allocated() == 8 ? 1 : 3);
            different += difference == 0 ? 0 : 1;
        }
        assertThat(different).isLessThanOrEqualTo(format.cells() / (format.allocated() == 8 ? 50 : 2));
    }

    private static int value(byte[] cells, int cell, FrameFormat format) {
        return format.allocated() == 8
                ? cells[cell] & 0xFF
                : (short) ((cells[2 * cell] & 0xFF) | (cells[2 * cell + 1] << 8));
    }

    private static List<DataSet> jpeg2000(Path path) throws IOException {
        try {
            var file = DicomFile.read(path);
            boolean isJpeg2000 = file.transferSyntax() == TransferSyntax.JPEG_2000
                    || file.transferSyntax() == TransferSyntax.JPEG_2000_LOSSLESS;
            return isJpeg2000 ? List.of(file.dataSet()) : List.of();
        } catch (UnableToReadDataSet notDicom) {
            return List.of();
        }
    }

    private static FragmentsElement pixels(DataSet image) {
        return (FragmentsElement) image.element(Tags.PIXEL_DATA).orElseThrow();
    }

    private static int frames(DataSet image) {
        return image.find(Tags.NUMBER_OF_FRAMES).map(Value::integer).orElse(1);
    }

    private static FrameFormat format(DataSet image) {
        return new FrameFormat(
                image.require(Tags.ROWS).integer(),
                image.require(Tags.COLUMNS).integer(),
                image.require(Tags.SAMPLES_PER_PIXEL).integer(),
                image.require(Tags.BITS_ALLOCATED).integer());
    }
}
