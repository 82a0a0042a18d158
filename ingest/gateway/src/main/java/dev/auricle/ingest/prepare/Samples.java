package dev.auricle.ingest.prepare;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.label.Work;
import dev.auricle.schemas.identity.NameUuid;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Provenance;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the samples of a prepared series, one for each slice that somebody has spoken for. What they say of their origin is de-identified. */
final class Samples {
    private final Plan plan;
    private final ByteString preprocessing;

    Samples(Plan plan) {
        this.plan = plan;
        preprocessing = plan.preprocessingSha256();
    }

    /**
     * Makes them.
     *
     * @param header of one of the images, de-identified
     * @param deidentify maps the annotation's UID as the header's were
     */
    List<Sample> of(Work.Train work, PreparedStack stack, DataSet header, Deidentify deidentify) {
        var labels = stack.labels(work.labelling().mask());
        var common = common(work, header, deidentify).setSlices(stack.geometry().slices());
        var drawn = work.labelling().mask().geometry();
        var origins =
                new LabelSources(plan.annotations().annotators(), deidentify, new DrawnShapes(drawn, stack.geometry()));
        int[] sources = stack.sources(drawn);
        return IntStream.range(0, stack.geometry().slices())
                .boxed()
                .flatMap(slice -> work.labelling().on(sources[slice]).stream()
                        .map(found -> slice(origins.on(common.clone(), found), stack, labels, slice)))
                .toList();
    }

    private Sample.Builder common(Work.Train work, DataSet header, Deidentify deidentify) {
        var newest = work.labelling().newest();
        return Sample.newBuilder()
                .setSite(work.image().series().site())
                .setSubject(header.require(Tags.PATIENT_ID).string())
                .setSeries(header.require(Tags.SERIES_INSTANCE_UID).string())
                .setRevision(work.revision())
                .setRows(plan.preprocessing().rows())
                .setColumns(plan.preprocessing().columns())
                .setRowSpacing(plan.preprocessing().rowSpacing())
                .setColumnSpacing(plan.preprocessing().columnSpacing())
                .setSliceSpacing(plan.preprocessing().sliceSpacing())
                .setPreprocessingSha256(preprocessing)
                .setProvenance(Provenance.newBuilder()
                        .setAssembled(work.image().series().assembled())
                        .setAnnotation(deidentify.uid(newest.uid()))
                        .setAnnotationModality(newest.modality())
                        .addAllAnnotations(work.annotations()));
    }

    private Sample slice(Sample.Builder sample, PreparedStack stack, byte[] labels, int slice) {
        int pixels = stack.geometry().rows() * stack.geometry().columns();
        int offset = stack.geometry().offset(slice);
        return sample.setSampleId(id(sample, slice))
                .setSlice(slice)
                .setImage(FloatBytes.of(stack.image(), offset, pixels))
                .setLabel(ByteString.copyFrom(labels, offset, pixels))
                .build();
    }

    private String id(Sample.Builder sample, int slice) {
        return NameUuid.of(
                        "sample",
                        sample.getSeries(),
                        String.valueOf(sample.getRevision()),
                        String.valueOf(slice),
                        HexFormat.of().formatHex(preprocessing.toByteArray()))
                .toString();
    }
}
