package dev.auricle.schemas.key;

/** Key of {@code round.commits}: one round of one federation. */
public record RoundKey(String federation, int round) implements PathKey {
    /** Reads {@link #path}. */
    public static RoundKey parse(String path) {
        var parts = Parts.of(path, "federation/round");
        return new RoundKey(parts.text(0), parts.number(1));
    }

    @Override
    public String path() {
        return federation + "/" + round;
    }
}
