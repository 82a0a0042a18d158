package dev.auricle.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PduCodecTest {
    private static final AssociationTitles TITLES = new AssociationTitles("ARCHIVE", "MODALITY_1");
    private static final UserInformation EVERYTHING = new UserInformation(List.of(
            new UserItem.MaximumLength(16384),
            new UserItem.ImplementationClass("1.2.3"),
            new UserItem.AsynchronousWindow(3, 0),
            new UserItem.RoleSelection("1.2.840.10008.5.1.4.1.1.2", true, false),
            new UserItem.ImplementationVersion("TEST_1"),
            new UserItem.ExtendedNegotiation("1.2.840.10008.5.1.4.1.2.2.1", Buffer.buffer(new byte[] {1, 0, 1})),
            new UserItem.CommonExtendedNegotiation("1.2.3.4", "1.2.840.10008.4.2", List.of("1.2.3.5", "1.2.3.6")),
            new UserItem.UserIdentity(2, true, Buffer.buffer("name"), Buffer.buffer("passcode")),
            new UserItem.UserIdentityResponse(Buffer.buffer("yes")),
            new UserItem.Unknown(0x5F, Buffer.buffer("later"))));

    static Stream<Pdu> units() {
        return Stream.of(
                new AssociateRequest(
                        1,
                        TITLES,
                        List.of(
                                new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                                new ProposedContext(3, "1.2.3", List.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1"))),
                        EVERYTHING),
                new AssociateAccept(
                        TITLES,
                        List.of(
                                ContextResult.accepted(1, "1.2.840.10008.1.2"),
                                new ContextResult(3, ContextResult.Outcome.ABSTRACT_SYNTAX_NOT_SUPPORTED, "")),
                        EVERYTHING),
                AssociateReject.LOCAL_LIMIT_EXCEEDED,
                new ReleaseRequest(),
                new ReleaseResponse(),
                Abort.INVALID_PARAMETER);
    }

    @ParameterizedTest
    @MethodSource("units")
    void what_is_encoded_is_decoded_however_it_is_cut_into_reads(Pdu pdu) {
        var encoded = PduEncoder.encode(pdu);
        for (int cut = 0; cut <= encoded.length(); cut++) {
            // Given
            var decoder = new PduDecoder(0);
            decoder.feed(encoded.slice(0, cut));
            var early = decoder.next();
            decoder.feed(encoded.slice(cut, encoded.length()));
            // When
            var event = early.or(decoder::next);
            // Then
            assertThat(event).contains(pdu);
            assertThat(early.isPresent()).isEqualTo(cut == encoded.length());
        }
    }

    @Test
    void data_is_handed_on_as_it_comes_and_its_end_only_once() {
        // Given
        var units = Buffer.buffer();
        new PdvHeader(5, Fragment.Kind.DATA_SET, 8, false).appendTo(units);
        units.appendString("01234567");
        new PdvHeader(5, Fragment.Kind.DATA_SET, 4, true).appendTo(units);
        units.appendString("89ab");
        for (int size = 1; size <= units.length(); size++) {
            // When
            var fragments = decodeInReadsOf(size, units);
            // Then
            var text = new StringBuilder();
            fragments.forEach(fragment -> text.append(fragment.data()));
            assertThat(text).hasToString("0123456789ab");
            assertThat(fragments).allMatch(fragment -> fragment.contextId() == 5);
            assertThat(fragments.stream().map(Fragment::last).toList())
                    .endsWith(true)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void an_empty_value_can_end_a_data_set() {
        // Given
        var units = Buffer.buffer();
        new PdvHeader(1, Fragment.Kind.DATA_SET, 0, true).appendTo(units);
        // When
        var fragments = decodeInReadsOf(100, units);
        // Then
        assertThat(fragments).containsExactly(new Fragment(1, Fragment.Kind.DATA_SET, Buffer.buffer(), true));
    }

    @Test
    void several_values_in_one_unit_are_several_fragments() {
        // Given: one unit of a command of two bytes and a data set of one
        var unit = Buffer.buffer(HexFormat.of().parseHex("04000000000F" + "000000040103AABB" + "000000030102CC"));
        // When
        var fragments = decodeInReadsOf(100, unit);
        // Then
        assertThat(fragments).extracting(Fragment::kind).containsExactly(Fragment.Kind.COMMAND, Fragment.Kind.DATA_SET);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0900000000040000",
        "6, 0500000000050000000000",
        "6, 0700000000030000",
        "6, 040000000005",
        "6, 040000001001",
        "6, 04000000000A000000010100",
        "6, 04000000000A000000080100",
        "6, 04000000000C000000040100",
        "6, 010000100001",
        "6, 01000000000400010000"
    })
    void what_is_no_unit_is_refused_with_the_reason_to_abort(int reason, String hex) {
        var decoder = new PduDecoder(4096);
        decoder.feed(Buffer.buffer(HexFormat.of().parseHex(hex)));
        assertThatThrownBy(decoder::next)
                .asInstanceOf(InstanceOfAssertFactories.type(UnableToReadPdu.class))
                .extracting(UnableToReadPdu::abort)
                .isEqualTo(new Abort(2, reason));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void mutated_units_are_decoded_or_refused(long seed) {
        // Given
        var random = new Random(seed);
        var originals = units().map(PduEncoder::encode).toList();
        for (int i = 0; i < 10_000; i++) {
            var bytes = originals.get(random.nextInt(originals.size())).getBytes();
            for (int j = random.nextInt(6); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var decoder = new PduDecoder(4096);
            decoder.feed(Buffer.buffer(bytes));
            // When / Then: anything but a refusal fails the test
            try {
                Optional<PduEvent> event;
                do {
                    event = decoder.next();
                } while (event.isPresent());
            } catch (UnableToReadPdu e) {
                assertThat(e.abort().source()).isEqualTo(2);
            }
        }
    }

    @Test
    void a_user_s_identity_is_not_printed() {
        assertThat(EVERYTHING.userIdentity().orElseThrow().toString()).isEqualTo("user identity of type 2");
    }

    private static List<Fragment> decodeInReadsOf(int size, Buffer bytes) {
        var decoder = new PduDecoder(0);
        var fragments = new ArrayList<Fragment>();
        for (int start = 0; start < bytes.length(); start += size) {
            decoder.feed(bytes.slice(start, Math.min(bytes.length(), start + size)));
            var event = decoder.next();
            while (event.isPresent()) {
                fragments.add((Fragment) event.get());
                event = decoder.next();
            }
        }
        return fragments;
    }
}
