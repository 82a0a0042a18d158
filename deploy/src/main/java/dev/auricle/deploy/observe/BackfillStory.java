package dev.auricle.deploy.observe;

import dev.auricle.ingest.backfill.Completeness;
import dev.auricle.ingest.backfill.Portion;
import dev.auricle.ingest.backfill.Progress;
import dev.auricle.ingest.backfill.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Tells how a backfill goes on, and waits where it has to. */
public final class BackfillStory implements Progress {
    private final Story story;
    private Portion portion = new Portion("", 0, 0, List.of());

    /** Told as a story. */
    public BackfillStory(Story story) {
        this.story = story;
    }

    @Override
    public void begun(Portion next) {
        portion = next;
        done(Tally.NONE);
    }

    @Override
    public void done(Tally soFar) {
        var place =
                portion.of() == 0 ? portion.title() : portion.title() + " " + Bar.of(portion.number(), portion.of());
        story.progress(
                place + "  " + (soFar.equals(Tally.NONE) ? portion.series().size() + " series" : words(soFar)));
    }

    /** What it came to. */
    public void tell(Tally tally) {
        story.line("%d series found: %s".formatted(tally.found(), words(tally)));
    }

    /** What the log lacks. */
    public void tell(Completeness.Found found) {
        story.line("%d of %d series are whole in the log, %d in part; %d of %d instances"
                .formatted(found.whole(), found.series(), found.partial(), found.held(), found.instances()));
    }

    /** Returns at that moment, or when the thread is interrupted. */
    public void waitUntil(Instant moment) {
        for (var now = Instant.now();
                now.isBefore(moment) && !Thread.currentThread().isInterrupted();
                now = Instant.now()) {
            var left = Duration.between(now, moment);
            if (left.toSeconds() > 1) {
                story.progress("waiting until " + moment);
            }
            LockSupport.parkNanos(left.toNanos());
        }
    }

    private static String words(Tally tally) {
        return "%d held, %d fetched (%d instances), %d incomplete"
                .formatted(tally.held(), tally.fetched(), tally.instances(), tally.incomplete());
    }
}
