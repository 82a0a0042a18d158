package dev.auricle.deploy.observe;

import dev.auricle.schemas.connect.KafkaConnection;
import dev.auricle.schemas.log.Follower;
import dev.auricle.schemas.record.Participant;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.topic.Topics;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the coordinator decided, one line a round. */
public final class RoundLines implements AutoCloseable {
    private final Follower<String, RoundEvent> rounds;
    private final PrintWriter out;

    /** From the beginning of the federation's log. */
    public RoundLines(KafkaConnection federation, PrintWriter out) {
        rounds = new Follower<>(federation, Topics.ROUNDS);
        this.out = out;
    }

    /** Prints what has come. */
    public void print(Duration patience) {
        rounds.poll(patience).forEach(entry -> of(entry.value()).ifPresent(out::println));
        out.flush();
    }

    @Override
    public void close() {
        rounds.close();
    }

    private static Optional<String> of(RoundEvent event) {
        var begin = event.getFederation() + " round " + event.getRound() + ": ";
        return switch (event.getEventCase()) {
            case COMMITTED ->
                Optional.of(begin
                        + (event.getPurpose() == Purpose.LEARN ? "merged into " : "measured ")
                        + event.getCommitted().getModelVersion() + " from "
                        + event.getCommitted().getParticipantsList().stream()
                                .map(RoundLines::of)
                                .collect(Collectors.joining(", ")));
            case ABANDONED ->
                Optional.of(begin + "abandoned, "
                        + event.getAbandoned()
                                .getReason()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                        + ", missing " + event.getAbandoned().getMissingList());
            case FINISHED ->
                Optional.of(begin
                        + event.getFinished()
                                .getOutcome()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ') + ", model "
                        + event.getFinished().getModelVersion());
            default -> Optional.empty();
        };
    }

    private static String of(Participant site) {
        var metrics = site.getMetricsMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(metric -> String.format(Locale.ROOT, "%s %.3f", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining(" "));
        return site.getSite() + " (" + site.getSamples() + " samples" + (metrics.isEmpty() ? "" : ", " + metrics) + ")";
    }
}
