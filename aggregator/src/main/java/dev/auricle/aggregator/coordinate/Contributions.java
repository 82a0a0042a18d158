package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Layout;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.UpdateManifest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The answers that count: not declined, with something to weigh, and of one layout. Where layouts disagree the one that
 * most sites have counts; of two equally common ones that of the site named first in the plan.
 *
 * @param layout of all of them
 * @param answers in site order
 * @param willing how many there would be if layouts agreed
 */
record Contributions(Layout layout, List<UpdateManifest> answers, int willing) {

    static Contributions of(Stage.Open round, Plan plan) {
        var willing = round.answers().stream()
                .filter(answer -> counts(answer, round.purpose()))
                .sorted(Comparator.comparingInt(answer -> plan.partitionOf(answer.getSite())))
                .toList();
        return willing.stream()
                .collect(Collectors.groupingBy(UpdateManifest::getLayout, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .reduce((one, other) -> other.getValue().size() > one.getValue().size() ? other : one)
                .map(largest -> new Contributions(largest.getKey(), largest.getValue(), willing.size()))
                .orElseGet(() -> new Contributions(Layout.getDefaultInstance(), List.of(), 0));
    }

    private static boolean counts(UpdateManifest answer, Purpose purpose) {
        return !answer.hasDeclined() && (purpose == Purpose.EVALUATE || answer.getSamples() > 0);
    }

    int size() {
        return answers.size();
    }

    List<Participant> participants() {
        return answers.stream().map(Contributions::participant).toList();
    }

    private static Participant participant(UpdateManifest answer) {
        return Participant.newBuilder()
                .setSite(answer.getSite())
                .setSamples(answer.getSamples())
                .setUpdateId(answer.getUpdateId())
                .putAllMetrics(Map.copyOf(answer.getMetricsMap()))
                .addAllTrainedOn(answer.getTrainedOnList())
                .build();
    }
}
