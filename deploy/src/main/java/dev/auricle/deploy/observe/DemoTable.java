package dev.auricle.deploy.observe;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as a table for people. */
public final class DemoTable {
    private final Story story;

    /** Tells it as the story's end. */
    public DemoTable(Story story) {
        this.story = story;
    }

    /** Tells. */
    public void print(DemoReport report) {
        story.chapter("Hospitals");
        story.line("%-12s %8s %8s %8s %9s".formatted("site", "studies", "series", "slices", "rejected"));
        report.sites()
                .forEach(site -> story.line("%-12s %8d %8d %8d %9d"
                        .formatted(site.name(), site.studies(), site.series(), site.slices(), site.rejected())));
        story.chapter("Rounds (Dice of whole patients that nobody learned from)");
        report.rounds()
                .forEach(round -> story.line("round %2d  %d sites  Dice %s  (%s)"
                        .formatted(
                                round.number(),
                                round.participants(),
                                Figure.of(round.globalDice()),
                                sites(round.siteDice()))));
        if (report.comparison() != null) {
            comparison(report);
        }
        story.chapter("Results");
        report.results()
                .forEach(result -> story.line("study %s: %s mL%n      SEG  %s%n      FHIR %s"
                        .formatted(
                                result.study(),
                                String.format(Locale.ROOT, "%.1f", result.volumeMl()),
                                result.segUid(),
                                result.fhirReport())));
        story.chapter("Model %s, SHA-256 %s, %d parameters"
                .formatted(
                        report.model().version(),
                        report.model().sha256(),
                        report.model().parameters()));
        story.line("delivered segmentations against the truth: Dice %s  (%s)"
                .formatted(
                        Figure.of(report.test().globalDice()),
                        sites(report.test().siteDice())));
        story.line("%s s, at most %d MiB of memory"
                .formatted(String.format(Locale.ROOT, "%.0f", report.seconds()), report.peakRssMb()));
    }

    private void comparison(DemoReport report) {
        var comparison = report.comparison();
        if (comparison == null) {
            return;
        }
        story.chapter("Compared (the same test patients)");
        row("federation", report.test());
        comparison.ownModels().forEach((site, test) -> row(site + " alone", test));
        row("constant mask", comparison.constantMask());
    }

    private void row(String who, DemoReport.Test test) {
        story.line("%-16s Dice %s  (%s)".formatted(who, Figure.of(test.globalDice()), sites(test.siteDice())));
    }

    private static String sites(Map<String, Double> siteDice) {
        return siteDice.entrySet().stream()
                .map(site -> site.getKey() + " " + Figure.of(site.getValue()))
                .collect(Collectors.joining(", "));
    }
}
