package dev.auricle.ingest.label;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.LabelVolume;
import dev.auricle.schemas.plan.Plan;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is drawn of a class is as large as the plan expects. A class of which nothing is drawn is not asked. */
record VolumeInRange(Plan plan) implements Rule<Shown> {
    @Override
    public Refusal refusal() {
        return Refusal.LABEL_VOLUME_OUT_OF_RANGE;
    }

    @Override
    public Optional<String> against(Shown shown) {
        return IntStream.range(0, plan.classes().size())
                .boxed()
                .flatMap(index -> plan
                        .quality()
                        .volumeOf(plan.classes().get(index))
                        .flatMap(limits -> against(limits, shown.millilitres(index + 1)))
                        .stream())
                .findFirst();
    }

    private static Optional<String> against(LabelVolume limits, double millilitres) {
        return millilitres == 0 || (millilitres >= limits.least() && millilitres <= limits.most())
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "Of %s %.1f mL are drawn; the plan takes %.1f to %.1f mL.",
                        limits.name(),
                        millilitres,
                        limits.least(),
                        limits.most()));
    }
}
