package dev.auricle.trainer.replay;

import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.learn.SampleList;
import dev.auricle.learning.learn.SampleSource;
import dev.auricle.schemas.plan.Plan;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a site learns from and what it measures on, wherever it lies.
 *
 * @param training what to learn from
 * @param validation what to measure on: other patients
 * @param sizes how many samples each has
 * @param fitness whether they are of use to the plan
 */
public record DataSet(SampleSource training, SampleSource validation, Sizes sizes, Fitness fitness) {
    /** Numbers of samples. */
    public record Sizes(int training, int validation) {}

    /**
     * A site's samples as they would be in its partition, in that order: what counts of them, how they are split and in
     * which order a pass takes them is as it would be there.
     */
    public static DataSet inMemory(Plan plan, List<dev.auricle.schemas.record.Sample> samples) {
        var index = new SampleIndex(0, plan.preprocessingSha256(), 0);
        IntStream.range(0, samples.size()).forEach(place -> index.add(place, samples.get(place)));
        return of(
                plan,
                index.before(samples.size()),
                places -> new SampleList(
                        places.stream()
                                .<Sample>map(place -> Samples.of(samples.get(Math.toIntExact(place))))
                                .toList(),
                        PartitionSource.BLOCK));
    }

    /** Of samples that somebody has split already. */
    public static DataSet of(List<Sample> training, List<Sample> validation) {
        return new DataSet(
                new SampleList(training, PartitionSource.BLOCK),
                new SampleList(validation, PartitionSource.BLOCK),
                new Sizes(training.size(), validation.size()),
                Fitness.good());
    }

    static DataSet of(Plan plan, List<SampleEntry> samples, Function<List<Long>, SampleSource> source) {
        var parts = Split.of(samples, plan.learning().validationShare());
        return new DataSet(
                source.apply(offsets(parts.training())),
                source.apply(offsets(parts.validation())),
                new Sizes(parts.training().size(), parts.validation().size()),
                Fitness.of(plan, parts.training(), parts.validation()));
    }

    private static List<Long> offsets(List<SampleEntry> samples) {
        return samples.stream().map(SampleEntry::offset).toList();
    }
}
