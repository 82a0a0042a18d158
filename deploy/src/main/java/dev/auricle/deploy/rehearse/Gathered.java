package dev.auricle.deploy.rehearse;

import dev.auricle.learning.learn.Pass;
import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.learn.SampleList;
import dev.auricle.learning.learn.SampleSource;
import dev.auricle.schemas.plan.MethodName;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.trainer.replay.DataSet;
import dev.auricle.trainer.replay.Fitness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where samples are learned from: at their sites or, where the plan's method is centralised, all in one place, which then
 * is the federation's only site and averages with nobody.
 */
record Gathered(Plan plan, Map<String, DataSet> data) {
    /** The one place. */
    static final String EVERYBODY = "everybody";

    static Gathered of(Plan plan, Map<String, DataSet> data) {
        if (plan.method().name() != MethodName.CENTRALISED) {
            return new Gathered(plan, data);
        }
        var parts = plan.sites().stream().map(site -> of(data, site)).toList();
        return new Gathered(plan.withSites(List.of(EVERYBODY)), Map.of(EVERYBODY, inOnePlace(parts)));
    }

    DataSet of(String site) {
        return of(data, site);
    }

    private static DataSet of(Map<String, DataSet> data, String site) {
        return Optional.ofNullable(data.get(site))
                .orElseThrow(() -> new IllegalArgumentException("there is no data of site " + site));
    }

    private static DataSet inOnePlace(List<DataSet> parts) {
        var sizes = new DataSet.Sizes(
                parts.stream().mapToInt(part -> part.sizes().training()).sum(),
                parts.stream().mapToInt(part -> part.sizes().validation()).sum());
        return new DataSet(
                together(parts, DataSet::training),
                together(parts, DataSet::validation),
                sizes,
                new Fitness(
                        first(parts, part -> part.fitness().toMeasure()),
                        first(parts, part -> part.fitness().toLearn())));
    }

    private static <T> Optional<T> first(List<DataSet> parts, Function<DataSet, Optional<T>> of) {
        return parts.stream().map(of).flatMap(Optional::stream).findFirst();
    }

    /** One block, so that a pass mixes sites. */
    private static SampleSource together(List<DataSet> parts, Function<DataSet, SampleSource> of) {
        var samples = new ArrayList<Sample>();
        for (var part : parts) {
            try (var stream = of.apply(part).open(new Pass.InOrder())) {
                for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                    samples.add(next.get());
                }
            }
        }
        return new SampleList(samples, Math.max(1, samples.size()));
    }
}
