package dev.auricle.schemas.configuration;

/** A value that never shows: not in logs, not in exceptions, not in {@code toString}. */
public record Secret(String value) {
    private static final int SHORTEST = 16;

    /** Refuses what is too short to keep anything secret. */
    public Secret {
        if (value.length() < SHORTEST) {
            throw new IllegalArgumentException("a secret has at least " + SHORTEST + " characters, this one has "
                    + value.length() + "; `openssl rand -hex 32` makes a good one");
        }
    }

    @Override
    public String toString() {
        return "Secret(redacted)";
    }
}
