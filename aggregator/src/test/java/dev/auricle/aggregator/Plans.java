package dev.auricle.aggregator;

import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.plan.Plan;
import java.util.Map;

/** Plans to test with. */
public final class Plans {
    private Plans() {}

    /** Three sites, shards of four floats; {@code rounds} is YAML such as {@code count: 2}. */
    public static Plan ofThreeSites(String rounds) {
        return Configuration.parse("""
                        federation: atrium
                        sites: [north, west, south]
                        preprocessing: {rows: 64, columns: 64}
                        classes:
                          - name: Left atrium
                            category: {value: "91723000", scheme: SCT, meaning: Anatomical structure}
                            type: {value: "82471001", scheme: SCT, meaning: Left atrium}
                        rounds: {shardLength: 4, deadline: 60s, %s}
                        """.formatted(rounds), "plan.yaml", Map.of()).as(Plan.class);
    }
}
