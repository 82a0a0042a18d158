package dev.auricle.deploy.observe;

import dev.auricle.ingest.report.SiteReport;
import dev.auricle.ingest.report.SiteReport.Count;
import dev.auricle.ingest.report.SiteReport.RuleCount;

/** What a site received and what came of it, for people. */
public final class IngestTable {
    private final Story story;

    /** Tells it as a story. */
    public IngestTable(Story story) {
        this.story = story;
    }

    /** Tells. */
    public void print(SiteReport report) {
        story.chapter("Series of " + report.site());
        story.line("%-28s %9s %9s %9s %9s".formatted("", "received", "accepted", "rejected", "waiting"));
        row("images", report.images());
        row("annotations", report.annotations());
        story.chapter("Rules");
        story.line("%-28s %9s %9s %9s  %s".formatted("", "received", "accepted", "rejected", "examples"));
        report.rules().forEach(this::row);
    }

    private void row(String what, Count count) {
        story.line("%-28s %9d %9d %9d %9d"
                .formatted(what, count.received(), count.accepted(), count.rejected(), count.waiting()));
    }

    private void row(RuleCount rule) {
        story.line("%-28s %9d %9d %9d  %s"
                .formatted(
                        rule.rule(),
                        rule.received(),
                        rule.accepted(),
                        rule.rejected(),
                        String.join(", ", rule.examples()))
                .stripTrailing());
    }
}
