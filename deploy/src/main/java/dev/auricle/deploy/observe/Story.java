package dev.auricle.deploy.observe;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells on the screen what happens: chapters, lines, and one line of progress that is written over where that works. */
public final class Story {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean interactive;
    private final Clock clock;
    private Instant lastProgress = Instant.EPOCH;
    private String progress = "";

    /**
     * Tells to a screen.
     *
     * @param interactive whether a line can be written over; otherwise progress is a line now and then
     */
    public Story(PrintWriter out, boolean interactive, Clock clock) {
        this.out = out;
        this.interactive = interactive;
        this.clock = clock;
    }

    /** A new part begins. */
    public void chapter(String title) {
        clearProgress();
        out.println();
        out.println(title);
        out.flush();
    }

    /** Something happened. */
    public void line(String text) {
        clearProgress();
        out.println("  " + text);
        out.flush();
    }

    /** Something goes on. */
    public void progress(String text) {
        if (text.equals(progress)) {
            return;
        }
        if (interactive) {
            out.print(CLEAR_LINE + "  " + text);
            out.flush();
            progress = text;
        } else if (Duration.between(lastProgress, clock.instant()).compareTo(BETWEEN_LINES) >= 0) {
            out.println("  … " + text);
            out.flush();
            lastProgress = clock.instant();
            progress = text;
        }
    }

    /** What went on has come to its end. */
    public void clearProgress() {
        if (interactive && !progress.isEmpty()) {
            out.print(CLEAR_LINE);
            out.flush();
        }
        progress = "";
    }
}
