package dev.auricle.deploy.observe;

import dev.auricle.schemas.log.LogScan;

/** Shows how far topics are read, on one line. */
public final class ScanProgress implements LogScan.Progress {
    private final Story story;

    /** On the story's line of progress. */
    public ScanProgress(Story story) {
        this.story = story;
    }

    @Override
    public void at(String topic, long read, long all) {
        if (read < all) {
            story.progress("%-18s %s".formatted(topic, Bar.of(read, all)));
        } else {
            story.clearProgress();
        }
    }
}
