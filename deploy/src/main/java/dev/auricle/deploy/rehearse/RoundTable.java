package dev.auricle.deploy.rehearse;

import dev.auricle.deploy.observe.Bar;
import dev.auricle.deploy.observe.Figure;
import dev.auricle.deploy.observe.SimulationReport.Round;
import dev.auricle.deploy.observe.Story;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells on the screen how a rehearsal goes on, a line a round, and keeps what sites told. */
final class RoundTable implements RehearsalListener {
    private final Plan plan;
    private final Story story;
    private final List<UpdateManifest> answers = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();

    RoundTable(Plan plan, Story story) {
        this.plan = plan;
        this.story = story;
    }

    /** The merged rounds. */
    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    @Override
    public void onTurn(String site, RoundEvent opened) {
        int merged = opened.getOpened().getMerged();
        int all = plan.rounds().count();
        story.progress(Bar.of(merged, all) + (opened.getPurpose() == Purpose.LEARN ? "  " : "  measuring at ") + site);
    }

    @Override
    public void onAnswer(UpdateManifest answer) {
        answers.add(answer);
        if (answer.hasDeclined()) {
            story.line("round %2d  %s declines: %s %s"
                    .formatted(
                            answer.getRound(),
                            answer.getSite(),
                            answer.getDeclined().getCode(),
                            answer.getDeclined().getSentence()));
        }
    }

    @Override
    public void onEvent(RoundEvent event) {
        switch (event.getEventCase()) {
            case OPENED -> answers.clear();
            case COMMITTED -> committed(event);
            case ABANDONED ->
                story.line("round %2d  abandoned: %s"
                        .formatted(event.getRound(), event.getAbandoned().getReason()));
            default -> {
                // The end is told by whoever asked for the rehearsal.
            }
        }
    }

    private void committed(RoundEvent event) {
        if (event.getPurpose() != Purpose.LEARN) {
            return;
        }
        var told = new TreeMap<String, Map<String, Double>>();
        event.getCommitted().getParticipantsList().forEach(site -> told.put(site.getSite(), site.getMetricsMap()));
        rounds.add(new Round(event.getRound(), told));
        story.line("round %2d of %d   %s"
                .formatted(
                        rounds.size(),
                        plan.rounds().count(),
                        told.entrySet().stream()
                                .map(site -> site.getKey() + "  " + figures(site.getValue()))
                                .collect(Collectors.joining("   "))));
    }

    private static String figures(Map<String, Double> told) {
        return "loss %s  global %s  local %s"
                .formatted(
                        Figure.of(told.getOrDefault("loss", Double.NaN)),
                        Figure.of(told.getOrDefault("globalDice", Double.NaN)),
                        Figure.of(told.getOrDefault("localDice", Double.NaN)));
    }
}
