package dev.auricle.deploy.observe;

/** How much of something is done, as a bar of text. */
public final class Bar {
    private static final int WIDTH = 24;

    private Bar() {}

    /** {@code ████░░░░ 3/6}. */
    public static String of(long done, long all) {
        int full = all == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * done / all);
        return "█".repeat(full) + "░".repeat(WIDTH - full) + " " + done + "/" + all;
    }
}
