package dev.auricle.ingest.prepare;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.deidentify.Deidentification;
import dev.auricle.dicom.deidentify.Deidentification.Deidentified;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pixel.GreyPixels;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.MandatoryAttributes;
import dev.auricle.ingest.check.PastDates;
import dev.auricle.ingest.check.PixelsVary;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.log.UnableToReadLog;
import dev.auricle.schemas.record.SeriesInstance;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the pixels of a series from the log, in the order in which they lie there. */
final class ReadVolume {
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    private static final List<Rule<Volume>> OF_VOLUMES = List.of(new PixelsVary());

    private final SiteLog log;
    private final PrepareConfig config;
    private final List<Rule<DataSet>> ofImages;

    ReadVolume(SiteLog log, PrepareConfig config, Clock clock) {
        this.log = log;
        this.config = config;
        ofImages = List.of(new MandatoryAttributes(), new PastDates(clock));
    }

    /**
     * A volume and what one of its images says.
     *
     * @param header of the first image in the log, after {@code deidentify}
     */
    record Read(Volume volume, DataSet header) {}

    /**
     * Reads.
     *
     * @param filter what every data set goes through before anything else sees it
     * @throws UnableToPrepare when an image cannot be decoded, breaks a rule, or is no longer in the log
     */
    Read read(Verdict.Image image, BiFunction<DataSet, TransferSyntax, Deidentification> filter) {
        requireSize(image);
        try {
            var read = decode(image, filter);
            UnableToPrepare.ifAny(Rule.examine(OF_VOLUMES, read.volume()));
            return read;
        } catch (DicomException undecodable) {
            throw new UnableToPrepare(
                    Refusal.UNREADABLE_PIXELS, "An image cannot be decoded: " + undecodable.getMessage() + ".");
        } catch (UnableToReadLog gone) {
            throw new UnableToPrepare(
                    Refusal.NOT_IN_LOG, "An image is no longer in the log: " + gone.getMessage() + ".");
        }
    }

    private Read decode(Verdict.Image image, BiFunction<DataSet, TransferSyntax, Deidentification> filter) {
        var geometry = image.geometry();
        var voxels = new float[geometry.voxels()];
        var instances = image.series().instances();
        DataSet header = DataSet.EMPTY;
        for (var entry : slicesInLogOrder(image)) {
            SeriesInstance instance = instances.get(entry.getKey());
            var identified = dataSet(log.instance(instance.getLog()));
            UnableToPrepare.ifAny(Rule.examine(ofImages, identified));
            var passed = passed(filter.apply(identified, syntax(instance.getTransferSyntaxUid())));
            header = passed.dataSet();
            var pixels = GreyPixels.of(header, passed.syntax());
            if (pixels.rows() != geometry.rows() || pixels.columns() != geometry.columns()) {
                throw new UnableToPrepare(Refusal.MIXED_SIZE, "An image has another size than its header said.");
            }
            for (int slice : entry.getValue()) {
                pixels.readFrame(image.slices().get(slice).frame(), voxels, geometry.offset(slice));
            }
        }
        return new Read(new Volume(geometry, voxels), header);
    }

    private static Deidentified passed(Deidentification result) {
        if (result instanceof Deidentification.Rejected rejected) {
            throw new UnableToPrepare(Refusal.valueOf(rejected.code()), rejected.sentence());
        }
        return (Deidentified) result;
    }

    /** The instances that slices come from, and which slices. */
    private static List<Map.Entry<Integer, List<Integer>>> slicesInLogOrder(Verdict.Image image) {
        var instances = image.series().instances();
        var slices = IntStream.range(0, image.slices().size())
                .boxed()
                .collect(
                        Collectors.groupingBy(slice -> image.slices().get(slice).instance()));
        return slices.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        entry -> instances.get(entry.getKey()).getLog().getFirstOffset()))
                .toList();
    }

    private void requireSize(Verdict.Image image) {
        long most = config.mostMegavoxels() * 1_000_000L;
        if (image.geometry().voxels() > most) {
            throw new UnableToPrepare(
                    Refusal.TOO_LARGE,
                    "The series has " + image.geometry().voxels() + " voxels, more than " + most + ".");
        }
    }

    private static DataSet dataSet(ReceivedInstance instance) {
        return READER.read(Bytes.wrap(instance.data().toByteArray()), syntax(instance.transferSyntaxUid()));
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntax.of(uid)
                .orElseThrow(() -> new UnableToPrepare(Refusal.UNREADABLE_PIXELS, "The transfer syntax is unknown."));
    }
}
