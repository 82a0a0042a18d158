package dev.auricle.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.schemas.configuration.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RedactionTest {
    private static final String PASSWORD = "not-to-be-seen-anywhere";
    private static final Map<String, String> PROPERTIES = Map.of("sasl.jaas.config", PASSWORD);

    @Test
    void a_cluster_shows_which_properties_it_has_but_not_their_values() {
        var federation = new FederationConfig("atrium", "broker:9092", PROPERTIES);
        var site = new SiteConfig(
                "broker:9092", PROPERTIES, List.of(new Hospital("north", "NORTH", List.of(), new Secret(PASSWORD))));
        // When
        var shown = List.of(federation, federation.connection(), site, site.connection()).stream()
                .map(Object::toString)
                .toList();
        // Then
        assertThat(shown).allMatch(text -> text.contains("sasl.jaas.config") && !text.contains(PASSWORD));
    }
}
