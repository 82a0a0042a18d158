package dev.auricle.trainer.learn;

import dev.auricle.learning.state.Layout;
import dev.auricle.schemas.record.TensorShape;

/** A model's layout as a record. */
public final class LayoutRecords {
    private LayoutRecords() {}

    /** Cut into shards of so many floats. */
    public static dev.auricle.schemas.record.Layout of(Layout layout, int shardLength) {
        return dev.auricle.schemas.record.Layout.newBuilder()
                .addAllTensors(layout.tensors().stream()
                        .map(tensor -> TensorShape.newBuilder()
                                .setName(tensor.name())
                                .addAllShape(tensor.dimensions())
                                .build())
                        .toList())
                .setShardLength(shardLength)
                .build();
    }
}
