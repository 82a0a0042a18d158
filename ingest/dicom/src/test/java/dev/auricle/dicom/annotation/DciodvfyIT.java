package dev.auricle.dicom.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.SharedData;
import dev.auricle.dicom.Tool;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, judged by the validator of dicom3tools. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DciodvfyIT {
    private final Tool dciodvfy = Tool.require("dciodvfy");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_segmentation_of_a_made_up_series_has_no_error() throws Exception {
        // Given
        var source = Phantom.source();
        // When
        var written = write(source, Phantom.mask(source, 2, 1));
        // Then
        assertValid(written);
    }

    @Test
    void a_segmentation_of_overlapping_segments_has_no_error() throws Exception {
        // Given
        var source = Phantom.source();
        var segments = List.of(
                new SegmentMask(Phantom.LIVER, Phantom.mask(source, 1, 1), 1),
                new SegmentMask(Phantom.TUMOUR, Phantom.mask(source, 1, 2), 1));
        // When
        var written = new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT).write(source, segments);
        // Then
        assertValid(written);
    }

    @Test
    void a_segmentation_of_a_CT_series_has_no_error() throws Exception {
        // Given
        var headers = new ArrayList<DataSet>();
        try (var files = Files.list(SharedData.require("dicom_corpus/dcmqi/segmentations/ct-3slice"))) {
            for (var file : files.toList()) {
                headers.add(DicomFile.read(file).dataSet());
            }
        }
        var source = source(headers);
        // When
        var written = write(source, Phantom.mask(source, 2, 3));
        // Then
        assertValid(written);
    }

    @Test
    void a_segmentation_of_an_MR_series_from_a_scanner_has_no_error() throws Exception {
        // Given
        var zip = SharedData.require("sts_original_siemens_t2/STS_001_MR_T2_original.zip");
        var source = source(images(zip));
        // When
        var written = write(source, Phantom.mask(source, 2, 4));
        // Then
        assertThat(source.geometry().slices()).isEqualTo(40);
        assertValid(written);
    }

    private void assertValid(DataSet segmentation) throws IOException, InterruptedException {
        var path = folder.resolve("seg.dcm");
        DicomFile.of(segmentation, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(path);
        var result = dciodvfy.run(List.of("-new", path.toString()));
        assertThat(result.output().lines())
                .filteredOn(line -> line.startsWith("Error"))
                .isEmpty();
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(result.output()).contains("Segmentation");
    }

    private static DataSet write(SourceSeries source, Mask labels) {
        return new SegmentationWriter(Phantom.IDENTITY, Phantom.CONTENT)
                .write(
                        source,
                        List.of(new SegmentMask(Phantom.LIVER, labels, 1), new SegmentMask(Phantom.TUMOUR, labels, 2)));
    }

    private static SourceSeries source(List<DataSet> headers) {
        var arrangement = Arrangement.of(headers.stream().map(SlicePlane::of).toList());
        return new SourceSeries(
                arrangement.geometry().orElseThrow(),
                arrangement.order().stream().map(headers::get).toList());
    }

    private static List<DataSet> images(Path zip) throws IOException {
        var headers = new ArrayList<DataSet>();
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(archive.entries())) {
                if (entry.getName().contains("/image/") && !entry.isDirectory()) {
                    headers.add(DicomFile.read(archive.getInputStream(entry), ReadLimits.DEFAULT)
                            .dataSet());
                }
            }
        }
        return headers;
    }
}
