package dev.auricle.dicom.upper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.pdu.Abort;
import dev.auricle.dicom.pdu.AssociateAccept;
import dev.auricle.dicom.pdu.AssociateReject;
import dev.auricle.dicom.pdu.AssociateRequest;
import dev.auricle.dicom.pdu.AssociationTitles;
import dev.auricle.dicom.pdu.Fragment;
import dev.auricle.dicom.pdu.ReleaseRequest;
import dev.auricle.dicom.pdu.ReleaseResponse;
import dev.auricle.dicom.pdu.UnableToReadPdu;
import dev.auricle.dicom.pdu.UserInformation;
import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of PS3.8, table 9-10, against the effects and next states of tables 9-6 to 9-9. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MachineTest {
    /** An action, what it does, where it leads (as the requestor; the acceptor differs in AR-8), and its cells by event. */
    private static final String ACTIONS = """
            AE_1  | connect                             | 4  | A_ASSOCIATE_REQUEST: 1
            AE_2  | send AssociateRequest               | 5  | TRANSPORT_CONFIRM: 4
            AE_3  | accepted                            | 6  | A_ASSOCIATE_AC_PDU: 5
            AE_4  | close, rejected                     | 1  | A_ASSOCIATE_RJ_PDU: 5
            AE_5  | start timer                         | 2  | TRANSPORT_INDICATION: 1
            AE_6  | stop timer, asked                   | 3  | A_ASSOCIATE_RQ_PDU: 2
            AE_7  | send AssociateAccept                | 6  | A_ASSOCIATE_ACCEPT: 3
            AE_8  | send AssociateReject, start timer   | 13 | A_ASSOCIATE_REJECT: 3
            DT_1  | send data                           | 6  | P_DATA_REQUEST: 6
            DT_2  | received                            | 6  | P_DATA_TF_PDU: 6
            AR_1  | send ReleaseRequest                 | 7  | A_RELEASE_REQUEST: 6
            AR_2  | release asked                       | 8  | A_RELEASE_RQ_PDU: 6
            AR_3  | close, released                     | 1  | A_RELEASE_RP_PDU: 7 11
            AR_4  | send ReleaseResponse, start timer   | 13 | A_RELEASE_RESPONSE: 8 12
            AR_5  | stop timer                          | 1  | TRANSPORT_CLOSED: 13
            AR_6  | received                            | 7  | P_DATA_TF_PDU: 7
            AR_7  | send data                           | 8  | P_DATA_REQUEST: 8
            AR_8  | release asked                       | 9  | A_RELEASE_RQ_PDU: 7
            AR_9  | send ReleaseResponse                | 11 | A_RELEASE_RESPONSE: 9
            AR_10 | released                            | 12 | A_RELEASE_RP_PDU: 10
            AA_1  | send Abort 0/0, start timer         | 13 | A_ASSOCIATE_AC_PDU: 2; A_ASSOCIATE_RJ_PDU: 2; P_DATA_TF_PDU: 2; A_RELEASE_RQ_PDU: 2; A_RELEASE_RP_PDU: 2; INVALID_PDU: 2; A_ABORT_REQUEST: 3 5 6 7 8 9 10 11 12
            AA_2  | stop timer, close                   | 1  | A_ABORT_REQUEST: 4; A_ABORT_PDU: 2 13; ARTIM_EXPIRED: 2 13
            AA_3  | close, aborted                      | 1  | A_ABORT_PDU: 3 5 6 7 8 9 10 11 12
            AA_4  | failed                              | 1  | TRANSPORT_CLOSED: 3 4 5 6 7 8 9 10 11 12
            AA_5  | stop timer                          | 1  | TRANSPORT_CLOSED: 2
            AA_6  |                                     | 13 | A_ASSOCIATE_AC_PDU: 13; A_ASSOCIATE_RJ_PDU: 13; P_DATA_TF_PDU: 13; A_RELEASE_RQ_PDU: 13; A_RELEASE_RP_PDU: 13
            AA_7  | send Abort 2/2                      | 13 | A_ASSOCIATE_RQ_PDU: 13; INVALID_PDU: 13
            AA_8  | send Abort 2/2, start timer, failed | 13 | A_ASSOCIATE_AC_PDU: 3 6 7 8 9 10 11 12; A_ASSOCIATE_RJ_PDU: 3 6 7 8 9 10 11 12; A_ASSOCIATE_RQ_PDU: 3 5 6 7 8 9 10 11 12; P_DATA_TF_PDU: 3 5 8 9 10 11 12; A_RELEASE_RQ_PDU: 3 5 8 9 10 11 12; A_RELEASE_RP_PDU: 3 5 6 8 9 12; INVALID_PDU: 3 5 6 7 8 9 10 11 12
            """;

    private static final AssociationTitles TITLES = new AssociationTitles("B", "A");
    private static final UserInformation NOTHING = new UserInformation(List.of());
    private static final Event ASSOCIATE = new Event.Associate(new AssociateRequest(1, TITLES, List.of(), NOTHING));
    private static final Event ASKED = new Event.Received(new AssociateRequest(1, TITLES, List.of(), NOTHING));
    private static final Event ACCEPTED = new Event.Received(new AssociateAccept(TITLES, List.of(), NOTHING));
    private static final Event ACCEPT = new Event.Accept(new AssociateAccept(TITLES, List.of(), NOTHING));
    private static final Event RELEASE_ASKED = new Event.Received(new ReleaseRequest());
    private static final Event RELEASED = new Event.Received(new ReleaseResponse());

    private static final Map<Event.Kind, Event> EVENTS = Stream.of(
                    ASSOCIATE,
                    Event.TRANSPORT_CONFIRM,
                    ACCEPTED,
                    new Event.Received(AssociateReject.NO_REASON_GIVEN),
                    Event.TRANSPORT_INDICATION,
                    ASKED,
                    ACCEPT,
                    new Event.Reject(AssociateReject.NO_REASON_GIVEN),
                    new Event.Send(Buffer.buffer()),
                    new Event.Received(new Fragment(1, Fragment.Kind.COMMAND, Buffer.buffer(), true)),
                    Event.RELEASE_REQUEST,
                    RELEASE_ASKED,
                    RELEASED,
                    Event.RELEASE_RESPONSE,
                    Event.ABORT_REQUEST,
                    new Event.Received(Abort.BY_USER),
                    new Event.Closed(new DicomException("closed") {}),
                    Event.ARTIM_EXPIRED,
                    new Event.Invalid(new UnableToReadPdu(Abort.UNEXPECTED_PDU, "nonsense")))
            .collect(Collectors.toMap(Event::kind, event -> event));

    /** How a machine comes into a state: a requestor, but for the states that only acceptors have. */
    private static final Map<State, List<Event>> WAYS = ways();

    private static final Set<State> OF_ACCEPTORS = Set.of(State.STA2, State.STA3, State.STA10, State.STA12);

    private final Recorder recorder = new Recorder();

    static Stream<Arguments> cells() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Event.Kind.values()).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("cells")
    void every_event_in_every_state_does_what_the_standard_says(State state, Event.Kind event) {
        // Given
        var machine = in(state);
        var expected = expected(state, event);
        // When
        machine.happen(requireNonNull(EVENTS.get(event)));
        // Then
        assertThat(recorder.take()).isEqualTo(expected.map(Expected::effects).orElse(List.of()));
        assertThat(machine.state()).isEqualTo(expected.map(Expected::next).orElse(state));
    }

    @Test
    void the_cells_are_as_many_as_those_of_the_standard() {
        assertThat(cells().filter(cell -> expected((State) cell.get()[0], (Event.Kind) cell.get()[1])
                        .isPresent()))
                .hasSize(123);
    }

    @Test
    void an_acceptor_that_asked_for_release_when_the_peer_did_waits_for_the_peer_first() {
        // Given
        var machine = new Machine(Machine.Role.ACCEPTOR, recorder, recorder);
        List.of(Event.TRANSPORT_INDICATION, ASKED, ACCEPT, Event.RELEASE_REQUEST)
                .forEach(machine::happen);
        // When
        machine.happen(RELEASE_ASKED);
        // Then
        assertThat(machine.state()).isEqualTo(State.STA10);
    }

    @Test
    void a_request_that_the_provider_objects_to_is_not_asked_about() {
        // Given
        var machine = in(State.STA2);
        recorder.objectWith(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
        // When
        machine.happen(ASKED);
        // Then
        assertThat(recorder.take()).containsExactly("stop timer", "send AssociateReject", "start timer");
        assertThat(machine.state()).isEqualTo(State.STA13);
    }

    private Machine in(State state) {
        var role = OF_ACCEPTORS.contains(state) ? Machine.Role.ACCEPTOR : Machine.Role.REQUESTOR;
        var machine = new Machine(role, recorder, recorder);
        WAYS.getOrDefault(state, List.of()).forEach(machine::happen);
        assertThat(machine.state()).isEqualTo(state);
        recorder.take();
        return machine;
    }

    private static Map<State, List<Event>> ways() {
        var ways = new EnumMap<State, List<Event>>(State.class);
        ways.put(State.STA1, List.of());
        ways.put(State.STA2, List.of(Event.TRANSPORT_INDICATION));
        ways.put(State.STA3, List.of(Event.TRANSPORT_INDICATION, ASKED));
        ways.put(State.STA4, List.of(ASSOCIATE));
        ways.put(State.STA5, List.of(ASSOCIATE, Event.TRANSPORT_CONFIRM));
        var established = List.of(ASSOCIATE, Event.TRANSPORT_CONFIRM, ACCEPTED);
        ways.put(State.STA6, established);
        ways.put(State.STA7, and(established, Event.RELEASE_REQUEST));
        ways.put(State.STA8, and(established, RELEASE_ASKED));
        ways.put(State.STA9, and(established, Event.RELEASE_REQUEST, RELEASE_ASKED));
        ways.put(State.STA11, and(established, Event.RELEASE_REQUEST, RELEASE_ASKED, Event.RELEASE_RESPONSE));
        ways.put(State.STA13, and(established, Event.ABORT_REQUEST));
        var accepting = List.of(Event.TRANSPORT_INDICATION, ASKED, ACCEPT);
        ways.put(State.STA10, and(accepting, Event.RELEASE_REQUEST, RELEASE_ASKED));
        ways.put(State.STA12, and(accepting, Event.RELEASE_REQUEST, RELEASE_ASKED, RELEASED));
        return ways;
    }

    private static List<Event> and(List<Event> first, Event... then) {
        return Stream.concat(first.stream(), Arrays.stream(then)).toList();
    }

    private record Expected(List<String> effects, State next) {}

    private static Optional<Expected> expected(State state, Event.Kind event) {
        return ACTIONS.lines()
                .map(line -> line.split("\\|", -1))
                .filter(line -> Arrays.stream(line[3].split(";", -1))
                        .map(cells -> cells.strip().split("[: ]+", -1))
                        .anyMatch(cells -> cells[0].equals(event.name())
                                && List.of(cells).contains(state.name().substring(3))))
                .map(line -> new Expected(
                        Arrays.stream(line[1].strip().split(", ", -1))
                                .filter(effect -> !effect.isEmpty())
                                .toList(),
                        State.valueOf("STA" + line[2].strip())))
                .findFirst();
    }
}
