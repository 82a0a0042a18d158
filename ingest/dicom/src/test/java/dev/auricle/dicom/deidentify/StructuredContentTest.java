package dev.auricle.dicom.deidentify;

import static dev.auricle.dicom.deidentify.Images.deidentified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StructuredContentTest {
    private static final Tag CONTENT = tag("ContentSequence");
    private static final Tag TEXT = tag("TextValue");
    private static final Tag DATE = tag("Date");
    private static final Tag GRAPHIC_ANNOTATION = tag("GraphicAnnotationSequence");
    private static final Tag TEXT_OBJECT = tag("TextObjectSequence");
    private static final Tag UNFORMATTED = tag("UnformattedTextValue");

    private final DataSet report = Images.ct()
            .items(
                    CONTENT,
                    item("121071", "Finding", "TEXT")
                            .set(TEXT, "Liver of Mrs Fenstermacher")
                            .build(),
                    item("121030", "Subject ID", "TEXT").set(TEXT, "CT").build(),
                    item("121031", "Subject Birth Date", "DATE")
                            .set(DATE, "19470611")
                            .build(),
                    item("111060", "Study Date", "DATE").set(DATE, "20190213").build())
            .build();

    @Test
    void without_an_option_content_says_nothing() {
        // When
        var content = deidentified(report, Profile.BASIC).items(CONTENT);
        // Then
        assertThat(texts(content, TEXT)).containsExactly("REMOVED", "REMOVED");
        assertThat(texts(content, DATE)).containsOnly("19700101");
        assertThat(concepts(content)).containsOnly("REMOVED");
        assertThat(texts(content, tag("ValueType"))).containsExactly("TEXT", "TEXT", "DATE", "DATE");
    }

    @Test
    void cleaned_content_keeps_concepts_and_harmless_words_but_nobody() {
        // When
        var content = deidentified(report, Profile.with(ProfileOption.CLEAN_STRUCTURED_CONTENT))
                .items(CONTENT);
        // Then
        assertThat(concepts(content)).containsExactly("121071", "121030", "121031", "111060");
        assertThat(texts(content, TEXT)).containsExactly("Liver of", "REMOVED");
    }

    @Test
    void a_date_of_birth_is_no_date_to_retain() {
        // When
        var content = deidentified(
                        report, Profile.with(ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.RETAIN_FULL_DATES))
                .items(CONTENT);
        // Then
        assertThat(texts(content, DATE)).containsExactly("19700101", "20190213");
    }

    @Test
    void drawn_text_keeps_harmless_words_only_if_graphics_are_cleaned() {
        // Given
        var state = Images.ct()
                .items(
                        GRAPHIC_ANNOTATION,
                        DataSet.builder()
                                .items(
                                        TEXT_OBJECT,
                                        DataSet.builder()
                                                .set(UNFORMATTED, "LEFT, seen by Emil")
                                                .build())
                                .build())
                .build();
        // When
        var basic = deidentified(state, Profile.BASIC);
        var cleaned = deidentified(state, Profile.with(ProfileOption.CLEAN_GRAPHICS));
        // Then
        assertThat(drawn(basic)).isEqualTo("REMOVED");
        assertThat(drawn(cleaned)).isEqualTo("LEFT");
    }

    private static String drawn(DataSet state) {
        return state.requireItem(GRAPHIC_ANNOTATION)
                .requireItem(TEXT_OBJECT)
                .require(UNFORMATTED)
                .string();
    }

    private static List<String> texts(List<DataSet> content, Tag tag) {
        return content.stream()
                .flatMap(item -> item.find(tag).stream())
                .map(Value::string)
                .toList();
    }

    private static List<String> concepts(List<DataSet> content) {
        return content.stream()
                .map(item -> item.requireItem(Tags.CONCEPT_NAME_CODE_SEQUENCE)
                        .require(Tags.CODE_VALUE)
                        .string())
                .toList();
    }

    private static DataSetBuilder item(String code, String meaning, String type) {
        return DataSet.builder()
                .set(tag("ValueType"), type)
                .items(
                        Tags.CONCEPT_NAME_CODE_SEQUENCE,
                        DataSet.builder()
                                .set(Tags.CODE_VALUE, code)
                                .set(Tags.CODING_SCHEME_DESIGNATOR, "DCM")
                                .set(Tags.CODE_MEANING, meaning)
                                .build());
    }

    private static Tag tag(String keyword) {
        return Dictionary.standard().tag(keyword).orElseThrow();
    }
}
