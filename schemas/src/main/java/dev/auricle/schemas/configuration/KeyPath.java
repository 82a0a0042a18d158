package dev.auricle.schemas.configuration;

/** Where in which file a value stands: {@code auricle.yaml: ingest.receive.port}. */
record KeyPath(String origin, String dotted) {
    static KeyPath root(String origin) {
        return new KeyPath(origin, "");
    }

    KeyPath child(String key) {
        return new KeyPath(origin, dotted.isEmpty() ? key : dotted + "." + key);
    }

    KeyPath item(int index) {
        return new KeyPath(origin, dotted + "[" + index + "]");
    }

    UnableToReadConfiguration refuse(String why) {
        return new UnableToReadConfiguration(this + ": " + why);
    }

    UnableToReadConfiguration refuse(String why, Throwable cause) {
        return new UnableToReadConfiguration(this + ": " + why, cause);
    }

    @Override
    public String toString() {
        return dotted.isEmpty() ? origin : origin + ": " + dotted;
    }
}
