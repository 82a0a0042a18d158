package dev.auricle.schemas.configuration;

/** What opens something that others have locked, as short as they like. It never shows, as a {@link Secret} does not. */
public record Password(String value) {
    @Override
    public String toString() {
        return "Password(redacted)";
    }
}
