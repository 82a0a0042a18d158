package dev.auricle.ingest.prepare;

import com.google.protobuf.ByteString;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.shard.FloatBytes;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;

/** Cuts a prepared volume into records of whole slices; the last carries the header. */
final class Slabs {
    private final ByteString preprocessing;

    Slabs(ByteString preprocessing) {
        this.preprocessing = preprocessing;
    }

    List<PreparedSlices> of(Verdict.Image image, PreparedStack stack) {
        var geometry = stack.geometry();
        int pixels = geometry.rows() * geometry.columns();
        int slicesARecord = Math.max(1, Topics.PAYLOAD_BYTES / (pixels * Float.BYTES));
        var slabs = new ArrayList<PreparedSlices>();
        for (int first = 0; first < geometry.slices(); first += slicesARecord) {
            int slices = Math.min(slicesARecord, geometry.slices() - first);
            var slab = PreparedSlices.newBuilder()
                    .setSite(image.series().site())
                    .setStudyInstanceUid(image.series().study())
                    .setSeriesInstanceUid(image.series().uid())
                    .setRevision(image.series().head().getRevision())
                    .setFirstSlice(first)
                    .setImage(FloatBytes.of(stack.image(), geometry.offset(first), slices * pixels));
            if (first + slices == geometry.slices()) {
                slab.setVolume(header(image, stack));
            }
            slabs.add(slab.build());
        }
        return slabs;
    }

    private PreparedVolume header(Verdict.Image image, PreparedStack stack) {
        return PreparedVolume.newBuilder()
                .setPrepared(GeometryRecords.of(stack.geometry()))
                .setSource(GeometryRecords.of(image.geometry()))
                .setPreprocessingSha256(preprocessing)
                .setAssembled(image.series().assembled())
                .build();
    }
}
