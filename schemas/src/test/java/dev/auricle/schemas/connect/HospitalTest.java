package dev.auricle.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.schemas.configuration.Secret;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HospitalTest {
    @ParameterizedTest
    @CsvSource({
        "PACS, PACS, 10.1.2.3, true",
        "PACS, OTHER, 10.1.2.3, false",
        "PACS, pacs, 10.1.2.3, false",
        "PACS@10.1.2.3, PACS, 10.1.2.3, true",
        "PACS@10.1.2.3, PACS, 10.1.2.4, false",
        "PACS@10.1.2.3, OTHER, 10.1.2.3, false",
        "PACS@10.1.0.0/16, PACS, 10.1.255.255, true",
        "PACS@10.1.0.0/16, PACS, 10.2.0.0, false",
        "PACS@10.1.128.0/17, PACS, 10.1.127.255, false",
        "PACS@0.0.0.0/0, PACS, 192.0.2.1, true",
        "PACS@10.1.0.0/16, PACS, 2001:db8::1, false",
        "PACS@2001:db8::/32, PACS, 2001:db8:ffff::1, true",
        "PACS@2001:db8::/32, PACS, 2001:db9::1, false",
        "A@B@10.1.2.3, A@B, 10.1.2.3, true",
        "PACS@10.1.2.3, PACS, pacs.example, false"
    })
    void a_caller_is_admitted_by_its_title_and_from_its_network(
            String entry, String title, String address, boolean admitted) {
        // When
        var hospital = hospital(entry);
        // Then
        assertThat(hospital.admits(title, address)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PACS@pacs.example",
                "PACS@10.1.0.0/33",
                "PACS@10.1.0.0/",
                "PACS@10.1.0.0/x",
                "PACS@",
                "PACS@1.2.3.999"
            })
    void what_is_no_address_or_network_is_refused(String entry) {
        assertThatThrownBy(() -> hospital(entry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no address or network such as 10.1.2.3, 10.1.0.0/16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LONGER_THAN_SIXTEEN@10.1.2.3", "@10.1.2.3", "A\\B"})
    void what_is_no_title_is_refused(String entry) {
        assertThatThrownBy(() -> hospital(entry)).hasMessageContaining("is not an AE title");
    }

    private static Hospital hospital(String caller) {
        return new Hospital("north", "NORTH", List.of(caller), new Secret("0123456789abcdef"));
    }
}
