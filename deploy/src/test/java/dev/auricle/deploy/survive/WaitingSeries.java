package dev.auricle.deploy.survive;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.log.LogReader;
import dev.auricle.schemas.log.LogRefs;
import dev.auricle.schemas.log.LogWriter;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Geometry;
import dev.auricle.schemas.record.InstanceChunk;
import dev.auricle.schemas.record.InstanceSeal;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.record.SeriesAssembled;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.Vector;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Topics;
import java.util.stream.IntStream;

/** A study of one small MR series, written to the topics as the gateway writes what it has prepared. */
record WaitingSeries(Plan plan, String study) {
    private static final int SIZE = 8;
    private static final int SLICES = 4;

    /** Writes it: its instances, what was assembled of them, the prepared volume. */
    void write(KafkaConnection kafka) {
        try (var writer = new LogWriter(kafka);
                var reader = new LogReader(kafka)) {
            long first = reader.end(Topics.DICOM_INSTANCES, 0);
            var assembled = SeriesAssembled.newBuilder()
                    .setSite("north")
                    .setStudyInstanceUid(study)
                    .setSeriesInstanceUid(series())
                    .setRevision(1)
                    .setParts(1);
            for (int slice = 0; slice < SLICES; slice++) {
                long offset = first + slice;
                var bytes = bytes(slice);
                writer.write(Topics.DICOM_INSTANCES, 0, study, chunk(bytes));
                assembled.addInstances(SeriesInstance.newBuilder()
                        .setLog(LogRefs.of("dicom.instances", 0, offset, offset, Sha256.of(bytes))));
            }
            long place = reader.end(Topics.SERIES_ASSEMBLED, 0);
            writer.write(Topics.SERIES_ASSEMBLED, 0, series(), assembled.build());
            writer.write(Topics.STUDIES_PREPARED, study, prepared(place));
            writer.flush();
        }
    }

    private String series() {
        return study + ".1";
    }

    private ByteString bytes(int slice) {
        return ByteString.copyFrom(DataSetWriter.write(image(slice), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                .toArray());
    }

    private static InstanceChunk chunk(ByteString bytes) {
        return InstanceChunk.newBuilder()
                .setTransferId(Sha256.of(bytes).toString())
                .setTransferSyntaxUid(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid())
                .setData(bytes)
                .setSeal(InstanceSeal.newBuilder().setChunks(1).setSha256(Sha256.of(bytes)))
                .build();
    }

    private PreparedSlices prepared(long place) {
        var image = new float[SLICES * SIZE * SIZE];
        IntStream.range(0, image.length).forEach(pixel -> image[pixel] = pixel % 7);
        return PreparedSlices.newBuilder()
                .setSite("north")
                .setStudyInstanceUid(study)
                .setSeriesInstanceUid(series())
                .setRevision(1)
                .setImage(FloatBytes.of(image))
                .setVolume(PreparedVolume.newBuilder()
                        .setPrepared(geometry())
                        .setSource(geometry())
                        .setPreprocessingSha256(plan.preprocessingSha256())
                        .setAssembled(LogRefs.of("series.assembled", 0, place, place, ByteString.EMPTY)))
                .build();
    }

    private static Geometry geometry() {
        return Geometry.newBuilder()
                .setOrigin(Vector.newBuilder().setX(-8).setY(-8))
                .setRowDirection(Vector.newBuilder().setX(1))
                .setColumnDirection(Vector.newBuilder().setY(1))
                .setSliceSpacing(3)
                .setRowSpacing(2)
                .setColumnSpacing(2)
                .setRows(SIZE)
                .setColumns(SIZE)
                .setSlices(SLICES)
                .build();
    }

    private DataSet image(int slice) {
        return DataSet.builder()
                .set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, series() + "." + slice)
                .set(Tags.STUDY_DATE, "20260102")
                .set(Tags.MODALITY, "MR")
                .set(Tags.PATIENT_ID, "4711")
                .set(Tags.STUDY_INSTANCE_UID, study)
                .set(Tags.SERIES_INSTANCE_UID, series())
                .set(Tags.FRAME_OF_REFERENCE_UID, study + ".99")
                .set(Tags.INSTANCE_NUMBER, slice + 1)
                .set(Tags.IMAGE_POSITION_PATIENT, -8.0, -8.0, 3.0 * slice)
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0, 0, 0, 1, 0)
                .set(Tags.PIXEL_SPACING, 2.0, 2.0)
                .set(Tags.ROWS, SIZE)
                .set(Tags.COLUMNS, SIZE)
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, 16)
                .set(Tags.HIGH_BIT, 15)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[2 * SIZE * SIZE])
                .build();
    }
}
