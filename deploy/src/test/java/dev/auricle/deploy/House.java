package dev.auricle.deploy;

import java.util.List;
import java.util.stream.Stream;

/** The modules, in the order in which they may know each other, and the steps of each. */
final class House {
    static final String ROOT = "dev.auricle";

    static final List<Part> PARTS = List.of(
            part("schemas")
                    .of("record", "configuration", "identity", "plan", "key", "topic", "connect", "shard", "log"),
            part("dicom")
                    .of(
                            "dictionary",
                            "data",
                            "syntax",
                            "json",
                            "codec",
                            "pixel",
                            "space",
                            "annotation",
                            "report",
                            "presentation",
                            "deidentify",
                            "query",
                            "pdu",
                            "tls",
                            "upper",
                            "network",
                            "web"),
            part("learning")
                    .of(
                            "draw", "habit", "engine", "state", "network", "loss", "attack", "augment", "measure",
                            "descend", "method", "learn", "centre"),
            part("ingest", "schemas", "dicom")
                    .of(
                            "receive",
                            "backfill",
                            "refuse",
                            "assemble",
                            "check",
                            "label",
                            "deidentify",
                            "prepare",
                            "report",
                            "retry"),
            part("trainer", "schemas", "learning").of("follow", "replay", "learn", "protect", "publish"),
            part("aggregator", "schemas").of("coordinate", "merge", "register"),
            part("inference", "schemas", "dicom", "learning").of("follow", "segment", "encode", "deliver", "retry"),
            part("deploy", "schemas", "dicom", "learning", "ingest", "trainer", "aggregator", "inference")
                    .of("embed", "simulate", "supply", "observe", "rehearse", "prove", "perform", "launch"));

    private House() {}

    private static Part part(String name, String... known) {
        return new Part(name, List.of(known), List.of());
    }

    /**
     * A module.
     *
     * @param known the modules whose types it may use
     * @param steps its packages in the order of its flow
     */
    record Part(String name, List<String> known, List<String> steps) {
        private Part of(String... flow) {
            return new Part(name, known, List.of(flow));
        }

        String root() {
            return ROOT + "." + name;
        }

        String all() {
            return root() + "..";
        }

        String packageOf(String step) {
            return root() + "." + step + "..";
        }

        /** The packages of the steps that come after one. */
        String[] after(String step) {
            return steps.stream()
                    .skip(steps.indexOf(step) + 1L)
                    .map(this::packageOf)
                    .toArray(String[]::new);
        }

        /** The root package and the steps. */
        String[] packages() {
            return Stream.concat(Stream.of(root()), steps.stream().map(step -> root() + "." + step))
                    .toArray(String[]::new);
        }

        /** The modules that it must not know. */
        String[] strangers() {
            return PARTS.stream()
                    .filter(other -> !other.name.equals(name) && !known.contains(other.name))
                    .map(Part::all)
                    .toArray(String[]::new);
        }
    }
}
