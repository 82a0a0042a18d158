package dev.auricle.inference.encode;

import dev.auricle.dicom.annotation.FrameHeaders;
import dev.auricle.dicom.annotation.SourceSeries;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.InstanceReader;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.record.LogRef;
import dev.auricle.schemas.record.Segmentation;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the headers of the images that were segmented, from where the log has had them since they came. */
public final class SourceHeaders implements AutoCloseable {
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    private final LogReader log;
    private final InstanceReader instances;

    /** Reads from a site's cluster. */
    public SourceHeaders(KafkaConnection site) {
        log = new LogReader(site);
        instances = new InstanceReader(site);
    }

    /**
     * The images as a stack, in the order of its slices.
     *
     * @throws UnableToEncode when they are no stack any more
     */
    public SourceSeries read(Segmentation segmentation) {
        var headers = instancesOf(segmentation).stream()
                .sorted(Comparator.comparingLong(instance -> instance.getLog().getFirstOffset()))
                .flatMap(instance -> FrameHeaders.of(header(instance.getLog())).stream())
                .toList();
        var arrangement = Arrangement.of(headers.stream().map(SlicePlane::of).toList());
        var geometry =
                arrangement.geometry().orElseThrow(() -> new UnableToEncode("the images of the series are no stack"));
        return new SourceSeries(
                geometry, arrangement.order().stream().map(headers::get).toList());
    }

    @Override
    public void close() {
        log.close();
        instances.close();
    }

    private List<SeriesInstance> instancesOf(Segmentation segmentation) {
        var found = new ArrayList<SeriesInstance>();
        var place = segmentation.getAssembled();
        log.read(
                Topics.SERIES_ASSEMBLED, place.getPartition(), place.getFirstOffset(), place.getLastOffset(), entry -> {
                    var part = entry.value();
                    if (part.getSite().equals(segmentation.getSite())
                            && part.getSeriesInstanceUid().equals(segmentation.getSeriesInstanceUid())
                            && part.getRevision() == segmentation.getSeriesRevision()) {
                        found.addAll(part.getInstancesList());
                    }
                });
        return found;
    }

    private DataSet header(LogRef place) {
        ReceivedInstance instance = instances.read(place);
        var syntax = TransferSyntax.of(instance.transferSyntaxUid())
                .orElseThrow(() -> new UnableToEncode("an image is in an unknown transfer syntax"));
        return READER.readUntil(Tags.PIXEL_DATA, Bytes.wrap(instance.data().toByteArray()), syntax)
                .dataSet();
    }
}
