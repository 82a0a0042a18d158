package dev.auricle.schemas.connect;

import dev.auricle.schemas.configuration.Default;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The section {@code site}: the hospital's own cluster, and the hospitals on it. One, or several of a hospital group.
 *
 * @param bootstrap the site cluster's address
 * @param kafka further client properties
 * @param hospitals who is on it
 */
public record SiteConfig(
        @Default("127.0.0.1:9092") String bootstrap, Map<String, String> kafka, List<Hospital> hospitals) {
    /** Refuses a name or a called AE title that two hospitals share. */
    public SiteConfig {
        hospitals = List.copyOf(hospitals);
        requireDistinct("name", hospitals.stream().map(Hospital::name).toList());
        requireDistinct("aeTitle", hospitals.stream().map(Hospital::aeTitle).toList());
    }

    /** How to reach it. */
    public KafkaConnection connection() {
        return new KafkaConnection(bootstrap, kafka);
    }

    /**
     * One of the hospitals.
     *
     * @throws NoSuchHospital when none has that name
     */
    public Hospital hospital(String name) {
        return hospitals.stream()
                .filter(hospital -> hospital.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchHospital(
                        name, hospitals.stream().map(Hospital::name).toList()));
    }

    /** Without the client properties' values, which may be passwords. */
    @Override
    public String toString() {
        return "SiteConfig(" + connection() + ", " + hospitals + ")";
    }

    private static void requireDistinct(String what, List<String> values) {
        if (new HashSet<>(values).size() != values.size()) {
            throw new IllegalArgumentException("two hospitals have the same " + what + ": " + values);
        }
    }
}
