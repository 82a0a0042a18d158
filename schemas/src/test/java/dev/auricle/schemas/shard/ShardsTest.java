package dev.auricle.schemas.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.TensorShape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShardsTest {
    @ParameterizedTest
    @CsvSource({"1,1,1,1", "10,4,3,2", "8,4,2,4", "3,262144,1,3", "5000000000,262144,19074,127488"})
    void cover_the_vector_without_gap_or_overlap(long parameters, int length, int count, int last) {
        // When
        var shards = new Shards(parameters, length);
        // Then
        assertThat(shards.count()).isEqualTo(count);
        assertThat(shards.lengthOf(count - 1)).isEqualTo(last);
        assertThat(IntStream.range(0, count).mapToLong(shards::lengthOf).sum()).isEqualTo(parameters);
        assertThat(shards.begin(count - 1) + last).isEqualTo(parameters);
    }

    @Test
    void there_is_none_beyond_the_last() {
        assertThatThrownBy(() -> new Shards(10, 4).lengthOf(3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shards(0, 4).lengthOf(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shards(10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_of_which_nothing_is_shared_has_no_shards() {
        assertThat(new Shards(0, 4).count()).isZero();
    }

    @Test
    void floats_lie_in_the_log_little_endian() {
        // When
        var bytes = FloatBytes.of(new float[] {9f, 1f, -2f, 9f}, 1, 2);
        // Then
        assertThat(bytes).isEqualTo(ByteString.fromHex("0000803f000000c0"));
        assertThat(FloatBytes.toArray(bytes)).containsExactly(1f, -2f);
        assertThatThrownBy(() -> FloatBytes.view(ByteString.fromHex("00")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_layout_counts_its_parameters() {
        // Given
        var layout = Layout.newBuilder()
                .setShardLength(4)
                .addTensors(TensorShape.newBuilder().setName("weight").addAllShape(List.of(2, 3)))
                .addTensors(TensorShape.newBuilder().setName("scale"))
                .build();
        // Then
        assertThat(Layouts.parameters(layout)).isEqualTo(7);
        assertThat(Layouts.shards(layout)).isEqualTo(new Shards(7, 4));
    }

    @Test
    void a_models_hash_depends_on_the_order_of_its_shards() {
        // Given
        var one = Sha256.of(ByteString.copyFromUtf8("one"));
        var two = Sha256.of(ByteString.copyFromUtf8("two"));
        // Then
        assertThat(Layouts.modelSha256(List.of(one, two)))
                .isEqualTo(Sha256.of(one.concat(two)))
                .isNotEqualTo(Layouts.modelSha256(List.of(two, one)));
    }
}
