package dev.auricle.dicom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MultipartReaderTest {
    private static final MultipartLimits LIMITS = new MultipartLimits(3, 64, 32, 1 << 10);
    private static final String BODY = String.join(
            "\r\n",
            "preamble",
            "--b",
            "Content-Type: application/dicom",
            "",
            "one",
            "-",
            "--",
            "--a",
            "--b \t",
            "content-type: text/plain",
            "Content-Location: http://x/1",
            "",
            "two",
            "--b",
            "",
            "",
            "--b--epilogue",
            "--b",
            "");
    private static final int MUTATIONS = 50_000;

    /** A part as a test wants to see it. */
    private record Part(String type, String location, String content) {}

    @Test
    void parts_are_found_wherever_the_body_is_cut_in_two() {
        for (int cut = 0; cut <= BODY.length(); cut++) {
            assertThat(parts(BODY.substring(0, cut), BODY.substring(cut))).isEqualTo(whole());
        }
    }

    @Test
    void parts_are_found_in_a_body_that_comes_byte_by_byte() {
        assertThat(parts(BODY.split(""))).isEqualTo(whole());
    }

    @Test
    void a_body_may_begin_with_its_first_boundary() {
        assertThat(parts("--b\r\n\r\nx\r\n--b--")).containsExactly(new Part("", "", "x"));
    }

    @Test
    void a_part_is_handed_on_before_it_is_whole() {
        // Given
        var reader = new MultipartReader("b", LIMITS);
        reader.feed(Buffer.buffer("--b\r\n\r\n"));
        assertThat(reader.next()).containsInstanceOf(PartEvent.Begins.class);
        // When
        reader.feed(Buffer.buffer("begun\r\n-"));
        // Then
        assertThat(reader.next()).contains(new PartEvent.Piece(Buffer.buffer("begun")));
        assertThat(reader.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--b\\r\\n\\r\\nx | TRUNCATED",
                "no boundary | TRUNCATED",
                "--b\\r\\n\\r\\nx\\r\\n--b- | TRUNCATED",
                "--bx\\r\\n\\r\\n | BAD_BOUNDARY",
                "--b\\r\\nno colon\\r\\n\\r\\n | BAD_HEADER",
                "--b\\r\\n: no name\\r\\n\\r\\n | BAD_HEADER"
            })
    void what_is_malformed_is_refused(String body, MultipartFlaw flaw) {
        assertFlaw(body.strip().replace("\\r", "\r").replace("\\n", "\n"), flaw);
    }

    @Test
    void what_is_beyond_a_limit_is_refused_as_soon_as_it_is() {
        assertFlaw("--b\r\n\r\n" + "x".repeat(33), MultipartFlaw.PART_TOO_LONG);
        assertFlaw("--b\r\nA: " + "x".repeat(100), MultipartFlaw.HEADERS_TOO_LONG);
        assertFlaw("--b" + " ".repeat(100), MultipartFlaw.HEADERS_TOO_LONG);
        assertFlaw("x".repeat(1025), MultipartFlaw.TOO_LONG);
        assertFlaw("--b\r\n\r\nx\r\n".repeat(4), MultipartFlaw.TOO_MANY_PARTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201})
    void a_boundary_has_some_characters_and_not_too_many(int length) {
        assertThatThrownBy(() -> new MultipartReader("b".repeat(length), LIMITS))
                .isInstanceOf(UnableToReadMultipart.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void a_mutated_body_is_the_same_parts_however_it_is_cut_or_is_refused(long seed) {
        // Given
        var random = new Random(seed);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            var body = mutated(random);
            int cut = random.nextInt(body.length() + 1);
            // When
            var whole = outcome(body);
            // Then
            assertThat(outcome(body.substring(0, cut), body.substring(cut))).isEqualTo(whole);
            if (whole instanceof MultipartFlaw) {
                refused++;
            } else {
                read++;
            }
        }
        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static Object outcome(String... pieces) {
        try {
            return parts(pieces);
        } catch (UnableToReadMultipart refused) {
            return refused.flaw();
        }
    }

    private static String mutated(Random random) {
        var body = new StringBuilder(BODY);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(body.length());
            switch (random.nextInt(3)) {
                case 0 -> body.setCharAt(at, "\r\n-b: x".charAt(random.nextInt(7)));
                case 1 -> body.deleteCharAt(at);
                default -> body.insert(at, "\r\n--b");
            }
        }
        return body.toString();
    }

    private static void assertFlaw(String body, MultipartFlaw flaw) {
        assertThat(outcome(body)).isEqualTo(flaw);
    }

    private static List<Part> whole() {
        return List.of(
                new Part("application/dicom", "", "one\r\n-\r\n--\r\n--a"),
                new Part("text/plain", "http://x/1", "two"),
                new Part("", "", ""));
    }

    private static List<Part> parts(String... pieces) {
        var reader = new MultipartReader("b", LIMITS);
        var parts = new ArrayList<Part>();
        var content = new StringBuilder();
        for (var piece : pieces) {
            reader.feed(Buffer.buffer(piece.getBytes(StandardCharsets.ISO_8859_1)));
            for (var event = reader.next(); event.isPresent(); event = reader.next()) {
                take(event.get(), parts, content);
            }
        }
        reader.end();
        return parts;
    }

    private static void take(PartEvent event, List<Part> parts, StringBuilder content) {
        if (event instanceof PartEvent.Begins begins) {
            var type = begins.headers().contentType().map(MediaType::essence).orElse("");
            parts.add(new Part(type, begins.headers().location().orElse(""), ""));
            content.setLength(0);
        } else if (event instanceof PartEvent.Piece piece) {
            content.append(piece.bytes().toString(StandardCharsets.ISO_8859_1));
        } else {
            var last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.type(), last.location(), content.toString()));
        }
    }
}
