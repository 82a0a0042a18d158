package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MediaTypeTest {
    @Test
    void parameters_may_be_quoted_or_not() {
        assertThat(MediaType.of("Multipart/Related; type=\"application/dicom\"; BOUNDARY=a-b;; x=\"q\\\"\""))
                .contains(new MediaType(
                        "multipart/related", Map.of("type", "application/dicom", "boundary", "a-b", "x", "q\"")));
    }

    @Test
    void a_type_that_someone_forgot_to_quote_is_taken() {
        assertThat(MediaType.of("multipart/related;type=application/dicom+json"))
                .hasValueSatisfying(type -> assertThat(type.parameter("type")).contains("application/dicom+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dicom", "a/b/c", "a/b; x=\"", "a/b, c/d"})
    void anything_else_is_no_media_type(String text) {
        assertThat(MediaType.of(text)).isEmpty();
    }
}
