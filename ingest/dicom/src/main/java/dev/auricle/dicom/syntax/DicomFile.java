package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of PS3.10: preamble, file meta information and data set. Bare data sets without the first two are read too.
 *
 * @param preamble what stands in front of the meta information, "DICM" included; may be empty
 * @param meta group 0002; empty where there is none
 */
public record DicomFile(Bytes preamble, DataSet meta, TransferSyntax transferSyntax, DataSet dataSet) {
    /** A file around a data set, with meta information made from it. */
    public static DicomFile of(DataSet dataSet, TransferSyntax syntax) {
        return new DicomFile(FileMeta.preamble(), FileMeta.of(dataSet, syntax), syntax, dataSet);
    }

    public static DicomFile read(Path path) throws IOException {
        return read(path, ReadLimits.DEFAULT);
    }

    public static DicomFile read(Path path, ReadLimits limits) throws IOException {
        if (Files.size(path) > limits.total()) {
            throw new UnableToReadDataSet(Malformation.TOO_LONG, 0);
        }
        return read(Bytes.wrap(Files.readAllBytes(path)), limits);
    }

    /** Everything the stream gives; it is not closed. */
    public static DicomFile read(InputStream in, ReadLimits limits) throws IOException {
        var bytes = in.readNBytes((int) Math.min(limits.total() + 1, Integer.MAX_VALUE - 8));
        return read(Bytes.wrap(bytes), limits);
    }

    public static DicomFile read(Bytes file, ReadLimits limits) {
        var source = new ArraySource(file, limits);
        var front = FileStart.read(source, limits);
        var dataSet = front.parser(source, limits).whole();
        return new DicomFile(front.preamble(), front.meta(), front.syntax(), dataSet);
    }

    /**
     * The file with only the elements in front of a tag. Reads no further than it must.
     *
     * @param stop for example Pixel Data
     */
    public static DicomFile readUntil(Tag stop, Path path, ReadLimits limits) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var source = new StreamSource(in, limits);
            var front = FileStart.read(source, limits);
            var header = front.parser(source, limits).wholeInFront(tag -> tag.compareTo(stop) >= 0);
            return new DicomFile(front.preamble(), front.meta(), front.syntax(), header.dataSet());
        }
    }

    public void write(Path path) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            write(out);
        }
    }

    public void write(OutputStream out) throws IOException {
        preamble.writeTo(out);
        DataSetWriter.write(meta, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, out);
        DataSetWriter.write(dataSet, transferSyntax, out);
    }
}
