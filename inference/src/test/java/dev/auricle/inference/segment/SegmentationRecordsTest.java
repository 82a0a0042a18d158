package dev.auricle.inference.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.dicom.space.Mask;
import dev.auricle.inference.follow.ModelInUse;
import dev.auricle.inference.follow.WaitingVolume;
import dev.auricle.learning.state.ModelState;
import dev.auricle.learning.state.Tensor;
import dev.auricle.learning.state.TensorShape;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.log.Lineage;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Geometry;
import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.record.Uncertainty;
import dev.auricle.schemas.record.Vector;
import dev.auricle.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SegmentationRecordsTest {
    private static final Geometry SOURCE = Geometry.newBuilder()
            .setOrigin(Vector.getDefaultInstance())
            .setRowDirection(Vector.newBuilder().setX(1))
            .setColumnDirection(Vector.newBuilder().setY(1))
            .setSliceSpacing(2)
            .setRowSpacing(1)
            .setColumnSpacing(1)
            .setRows(512)
            .setColumns(512)
            .setSlices(9)
            .build();

    @Test
    void a_mask_that_does_not_compress_travels_in_records_of_bounded_size_and_comes_back_whole() {
        // Given: noise from seed 2
        var mask = Mask.empty(Geometries.of(SOURCE));
        new Random(2).nextBytes(mask.labels());
        // When
        var records = SegmentationRecords.split(
                volume(),
                model(),
                Whose.federations(model()),
                new Segmented(mask, Uncertainty.getDefaultInstance(), 0),
                7);
        // Then
        assertThat(records).hasSizeGreaterThan(2).allSatisfy(record -> {
            assertThat(record.getSerializedSize()).isLessThanOrEqualTo(Topics.PAYLOAD_BYTES);
            assertThat(record.getParts()).isEqualTo(records.size());
        });
        var shuffled = new ArrayList<>(records);
        Collections.reverse(shuffled);
        assertThat(SegmentationRecords.join(shuffled).labels()).isEqualTo(mask.labels());
    }

    @Test
    void volumes_are_counted_in_the_series_own_voxels() {
        // Given
        var mask = Mask.empty(Geometries.of(SOURCE));
        mask.labels()[5] = 1;
        mask.labels()[600] = 1;
        // When
        var record = SegmentationRecords.split(
                        volume(),
                        model(),
                        Whose.federations(model()),
                        new Segmented(mask, Uncertainty.getDefaultInstance(), 0),
                        7)
                .get(0);
        // Then
        assertThat(record.getVolumesList()).singleElement().satisfies(volume -> {
            assertThat(volume.getVoxels()).isEqualTo(2);
            assertThat(volume.getMillilitres()).isEqualTo(0.004);
            assertThat(volume.getClassName()).isEqualTo("Left atrium");
            assertThat(volume.getType().getValue()).isEqualTo("82471001");
        });
    }

    private static WaitingVolume volume() {
        return new WaitingVolume(List.of(PreparedSlices.newBuilder()
                .setSite("north")
                .setSeriesInstanceUid("1.2.3")
                .setVolume(PreparedVolume.newBuilder().setSource(SOURCE))
                .build()));
    }

    private static ModelInUse model() {
        var plan = Configuration.parse("""
            federation: atrium
            sites: [north]
            classes:
              - name: Left atrium
                category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                type: {value: "82471001", scheme: SCT, meaning: Left atrium}
            """, "plan.yaml", Map.of()).as(Plan.class);
        var manifest = ModelManifest.newBuilder()
                .setVersion("atrium.3")
                .setSha256(ByteString.EMPTY)
                .build();
        var state = ModelState.of(List.of(new Tensor(TensorShape.of("w", 1), new float[1])));
        return new ModelInUse(manifest, plan, state, new Lineage(List.of(manifest)));
    }
}
