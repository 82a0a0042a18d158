package dev.auricle.dicom.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DicomStreamTest {
    private static final ReadLimits SMALL = new ReadLimits(8, 2_000, 10_000);
    private static final byte[] PIXELS = noise(300_000);
    private static final DataSet HEADER = DataSet.builder()
            .set(Tags.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4")
            .set(Tags.SOP_INSTANCE_UID, "1.2.3")
            .items(
                    Tags.REFERENCED_SERIES_SEQUENCE,
                    DataSet.builder().set(Tags.SERIES_INSTANCE_UID, "1.9").build())
            .build();
    private static final DataSet BEHIND = DataSet.builder()
            .bytes(Tags.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[6])
            .build();

    @ParameterizedTest
    @EnumSource(
            names = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
            })
    void an_image_is_read_as_its_header_its_pixels_and_what_is_behind(TransferSyntax syntax) throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), syntax));
        try (var stream = DicomStream.open(new ByteArrayInputStream(file), SMALL, BulkRule.PIXELS)) {
            // When
            var header = stream.elements();
            var bulk = stream.bulk().orElseThrow();
            var pixels = bulk.next().orElseThrow().bytes().readAllBytes();
            var behind = stream.elements();
            // Then
            assertThat(header)
                    .isEqualTo(DicomFile.read(Bytes.wrap(file), ReadLimits.DEFAULT)
                            .dataSet()
                            .without(Tags.PIXEL_DATA, Tags.DATA_SET_TRAILING_PADDING));
            assertThat(pixels).isEqualTo(syntax.isBigEndian() ? swapped(PIXELS) : PIXELS);
            assertThat(behind.contains(Tags.DATA_SET_TRAILING_PADDING)).isTrue();
            assertThat(stream.bulk()).isEmpty();
        }
    }

    @Test
    void fragments_are_read_one_by_one_and_left_out_where_nobody_reads_them() throws IOException {
        // Given
        var fragments = List.of(Bytes.EMPTY, Bytes.wrap(noise(100_000)), Bytes.wrap(noise(200_000)));
        var image = HEADER.with(new FragmentsElement(Tags.PIXEL_DATA, Vr.OB, fragments));
        var file = bytesOf(DicomFile.of(image, TransferSyntax.JPEG_BASELINE));
        try (var stream = DicomStream.open(new ByteArrayInputStream(file), SMALL, BulkRule.PIXELS)) {
            stream.elements();
            var bulk = stream.bulk().orElseThrow();
            var lengths = new ArrayList<Long>();
            // When
            for (var part = bulk.next(); part.isPresent(); part = bulk.next()) {
                lengths.add(part.get().length());
                assertThat(part.get().bytes().read()).isLessThan(256);
            }
            // Then
            assertThat(bulk.isEncapsulated()).isTrue();
            assertThat(lengths).containsExactly(0L, 100_000L, 200_000L);
            assertThat(stream.elements()).isEqualTo(DataSet.EMPTY);
        }
    }

    @Test
    void bulk_that_nobody_reads_is_left_out() throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        try (var stream = DicomStream.open(new ByteArrayInputStream(file), SMALL, BulkRule.longerThan(1_000))) {
            stream.elements();
            // When
            var behind = stream.elements();
            // Then
            assertThat(behind).isEqualTo(BEHIND);
        }
    }

    @Test
    void text_behind_bulk_is_read_in_the_character_set_declared_in_front_of_it() throws IOException {
        // Given
        var dataSet = DataSet.builder()
                .set(Tags.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .bytes(Tag.of(0x0009, 0x1001), Vr.OB, noise(100))
                .set(Tags.PATIENT_NAME, "小東")
                .build();
        var rule = BulkRule.longerThan(64);
        try (var stream = DicomStream.open(encoded(dataSet), SMALL, rule)) {
            // When
            stream.elements();
            var behind = stream.elements();
            // Then
            assertThat(behind.require(Tags.PATIENT_NAME).string()).isEqualTo("小東");
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "IMPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_LITTLE_ENDIAN",
                "EXPLICIT_VR_BIG_ENDIAN",
                "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
            })
    void what_is_read_from_a_stream_is_written_to_a_stream_as_it_was(TransferSyntax syntax) throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), syntax));
        // When
        var copy = new ByteArrayOutputStream();
        StreamCopy.copy(new ByteArrayInputStream(file), copy, SMALL);
        // Then
        assertThat(copy.toByteArray()).isEqualTo(file);
    }

    @Test
    void pixels_cannot_be_written_in_another_byte_order_on_the_way() throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));
        try (var stream = DicomStream.open(new ByteArrayInputStream(file), SMALL, BulkRule.PIXELS);
                var writer = DicomStreamWriter.open(
                        new ByteArrayOutputStream(),
                        Bytes.EMPTY,
                        DataSet.EMPTY,
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            // When
            writer.write(stream.elements());
            // Then
            assertThatThrownBy(() -> writer.write(stream.bulk().orElseThrow()))
                    .isInstanceOf(UnableToWriteDataSet.class)
                    .hasMessage("(7FE0,0010) is read in parts, whose byte order cannot be changed");
        }
    }

    @Test
    void what_is_held_is_limited_and_a_length_without_bytes_behind_it_costs_nothing() {
        // Given
        var comments = "x".repeat(1_500);
        var long1 = HEADER.toBuilder().set(Tags.PATIENT_COMMENTS, comments + comments);
        var item = DataSet.builder().set(Tags.PATIENT_COMMENTS, comments).build();
        var many = new SequenceElement.Item(item, LengthForm.UNDEFINED);
        var long2 = HEADER.with(new SequenceElement(
                Tags.REQUEST_ATTRIBUTES_SEQUENCE, Vr.SQ, Collections.nCopies(10, many), LengthForm.UNDEFINED));
        var claim = new byte[] {0x08, 0, 0x01, 0, 'U', 'T', 0, 0, 0, 0, 0, 0x70};
        // When / Then
        assertThat(refusal(encoded(long1.build()), SMALL)).isEqualTo(Malformation.ELEMENT_TOO_LONG);
        assertThat(refusal(encoded(long2), SMALL)).isEqualTo(Malformation.TOO_LONG);
        assertThat(refusal(new ByteArrayInputStream(claim), ReadLimits.DEFAULT)).isEqualTo(Malformation.TRUNCATED);
    }

    @Test
    void an_end_within_the_pixels_is_refused_read_or_not() throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        var cut = new ByteArrayInputStream(file, 0, 150_000);
        try (var stream = DicomStream.open(cut, SMALL, BulkRule.PIXELS)) {
            stream.elements();
            var pixels = stream.bulk().orElseThrow().next().orElseThrow().bytes();
            // When / Then
            assertThatThrownBy(() -> pixels.transferTo(new ByteArrayOutputStream()))
                    .isInstanceOf(UnableToReadDataSet.class)
                    .hasMessageContaining(Malformation.TRUNCATED.toString());
        }
        assertThat(refusal(new ByteArrayInputStream(file, 0, 150_000), SMALL)).isEqualTo(Malformation.TRUNCATED);
    }

    @Test
    void a_stream_that_fails_fails_as_itself() throws IOException {
        // Given
        var failing = InputStream.nullInputStream();
        failing.close();
        var start = encoded(HEADER);
        // When / Then
        assertThatThrownBy(() -> StreamCopy.copy(
                        new SequenceInputStream(start, failing), new ByteArrayOutputStream(), ReadLimits.DEFAULT))
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
    }

    @Test
    void a_damaged_deflated_stream_is_refused() throws IOException {
        // Given
        var file = bytesOf(DicomFile.of(image(), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
        var cut = new ByteArrayInputStream(file, 0, file.length - 100);
        // When / Then
        assertThat(refusal(cut, SMALL)).isEqualTo(Malformation.BAD_DEFLATE);
    }

    private static Malformation refusal(InputStream in, ReadLimits limits) {
        try {
            StreamCopy.copy(in, new ByteArrayOutputStream(), limits);
            throw new AssertionError("was not refused");
        } catch (UnableToReadDataSet refusal) {
            return refusal.malformation();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static DataSet image() {
        return HEADER.toBuilder()
                .bytes(Tags.PIXEL_DATA, Vr.OW, PIXELS)
                .copy(BEHIND, Tags.DATA_SET_TRAILING_PADDING)
                .build();
    }

    private static InputStream encoded(DataSet dataSet) {
        return new ByteArrayInputStream(DataSetWriter.write(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
    }

    private static byte[] bytesOf(DicomFile file) throws IOException {
        var out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }

    private static byte[] swapped(byte[] words) {
        var swapped = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            swapped[i] = words[i ^ 1];
        }
        return swapped;
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(5).nextBytes(noise);
        return noise;
    }
}
