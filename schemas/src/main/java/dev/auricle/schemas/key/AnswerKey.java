package dev.auricle.schemas.key;

/** Key of {@code update.manifests}, one site's answer to one round, and of {@code personal.models}, what it kept. */
public record AnswerKey(String federation, int round, String site) implements PathKey {
    /** Reads {@link #path}. */
    public static AnswerKey parse(String path) {
        var parts = Parts.of(path, "federation/round/site");
        return new AnswerKey(parts.text(0), parts.number(1), parts.text(2));
    }

    @Override
    public String path() {
        return federation + "/" + round + "/" + site;
    }
}
