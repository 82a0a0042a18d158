package dev.auricle.trainer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.auricle.learning.learn.Pass;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Sample;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DataSetTest {
    private final Plan plan = Configuration.parse("""
        federation: a
        sites: [north]
        preprocessing: {rows: 2, columns: 2}
        network: {baseChannels: 4, depth: 1}
        learning: {validationShare: 0.3}
        classes:
          - name: Atrium
            category: {value: "1", scheme: SCT, meaning: Anatomical structure}
            type: {value: "2", scheme: SCT, meaning: Atrium}
          - name: Ventricle
            category: {value: "1", scheme: SCT, meaning: Anatomical structure}
            type: {value: "3", scheme: SCT, meaning: Ventricle}
        """, "plan.yaml", Map.of()).as(Plan.class);

    @Test
    void of_a_sites_samples_those_count_that_count_in_its_partition() {
        // Given
        var other = sample(7).setPreprocessingSha256(ByteString.EMPTY).build();
        var replaced = sample(0).setSampleId("again").setRevision(2).build();
        var twice = sample(1).build();
        var samples = new ArrayList<>(samples(6));
        samples.addAll(List.of(other, replaced, twice));
        // When
        var data = DataSet.inMemory(plan, samples);
        // Then
        assertThat(ids(data)).containsExactlyInAnyOrder("1", "2", "3", "again");
        assertThat(data.sizes()).isEqualTo(new DataSet.Sizes(4, 2));
        assertThat(data.fitness()).isEqualTo(Fitness.good());
    }

    @Test
    void a_sample_of_another_size_is_told_by_its_size() {
        assertThat(toLearn(sample(0).setRows(1).setColumns(4)))
                .isEqualTo(new Unfit("OTHER_SIZE", "A sample has 1 rows and 4 columns, the plan 2 and 2."));
    }

    @Test
    void a_pixel_that_is_not_a_number_is_told() {
        assertThat(toLearn(sample(0).setImage(FloatBytes.of(new float[] {0, Float.NaN, 0, 0}))))
                .isEqualTo(new Unfit("NOT_A_NUMBER", "A sample has pixels that are not numbers."));
    }

    @Test
    void a_site_at_which_nothing_is_drawn_is_told() {
        assertThat(toLearn(sample(0).setLabel(ByteString.copyFrom(new byte[4]))))
                .isEqualTo(new Unfit("NO_LABELS", "Nothing is drawn in any of the samples."));
    }

    @Test
    void a_class_that_a_site_never_has_is_told_by_its_name() {
        assertThat(toLearn(sample(0).setLabel(ByteString.copyFrom(new byte[] {0, 1, 1, 0}))))
                .isEqualTo(new Unfit("CLASS_MISSING", "No sample has the class Ventricle."));
    }

    private Unfit toLearn(Sample.Builder only) {
        return DataSet.inMemory(plan, List.of(only.build())).fitness().toLearn().orElseThrow();
    }

    private static List<String> ids(DataSet data) {
        var ids = new ArrayList<String>();
        try (var samples = data.training().open(new Pass.InOrder())) {
            for (var next = samples.next(); next.isPresent(); next = samples.next()) {
                ids.add(next.get().id());
            }
        }
        return ids;
    }

    private List<Sample> samples(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> sample(index).build())
                .toList();
    }

    private Sample.Builder sample(int index) {
        return Sample.newBuilder()
                .setSampleId(String.valueOf(index))
                .setSubject("patient" + index)
                .setSeries("series" + index)
                .setRevision(1)
                .setPreprocessingSha256(plan.preprocessingSha256())
                .setRows(2)
                .setColumns(2)
                .setRowSpacing(1)
                .setColumnSpacing(1)
                .setSliceSpacing(1)
                .setImage(FloatBytes.of(new float[4]))
                .setLabel(ByteString.copyFrom(new byte[] {0, 1, 2, 0}));
    }
}
