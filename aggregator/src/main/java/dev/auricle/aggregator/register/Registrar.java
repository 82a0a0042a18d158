package dev.auricle.aggregator.register;

import dev.auricle.schemas.record.ModelManifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps a register without a log: for whoever runs hub and sites in one process. Its entries are those of the hub. */
public final class Registrar {
    private final Map<String, Entry> entries = new HashMap<>();

    /** Hears something of a version, and tells its entry once that is complete. */
    public Optional<ModelManifest> hear(String version, RegisterSignal signal) {
        var entry = entries.getOrDefault(version, Entry.of(version)).with(signal);
        entries.put(version, entry);
        return Optional.of(entry).filter(Entry::isComplete).map(Entry::manifest);
    }
}
