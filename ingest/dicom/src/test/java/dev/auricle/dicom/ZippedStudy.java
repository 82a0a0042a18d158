package dev.auricle.dicom;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/** The images of an archive that are one stack, in the order of their slices, and the annotations beside them. */
public record ZippedStudy(List<DataSet> images, Arrangement arrangement, List<DataSet> annotations) {
    /** Reads an archive of which all images are one stack. */
    public static ZippedStudy read(Path zip) throws IOException {
        var images = new ArrayList<DataSet>();
        var annotations = new ArrayList<DataSet>();
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(archive.entries())) {
                if (entry.getName().endsWith(".dcm")) {
                    var object = DicomFile.read(archive.getInputStream(entry), ReadLimits.DEFAULT)
                            .dataSet();
                    (isAnnotation(object) ? annotations : images).add(object);
                }
            }
        }
        var arrangement = Arrangement.of(images.stream().map(SlicePlane::of).toList());
        var ordered = arrangement.order().stream().map(images::get).toList();
        return new ZippedStudy(ordered, arrangement, annotations);
    }

    private static boolean isAnnotation(DataSet object) {
        var modality = object.find(Tags.MODALITY).map(Value::string).orElse("");
        return modality.equals("RTSTRUCT") || modality.equals("SEG");
    }
}
