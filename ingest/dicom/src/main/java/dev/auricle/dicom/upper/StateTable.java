package dev.auricle.dicom.upper;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** The state transition table (PS3.8, table 9-10). */
final class StateTable {
    private static final String TABLE = """
            in state              1     2     3     4     5     6     7     8     9     10    11    12    13
            A_ASSOCIATE_REQUEST   AE_1  .     .     .     .     .     .     .     .     .     .     .     .
            TRANSPORT_CONFIRM     .     .     .     AE_2  .     .     .     .     .     .     .     .     .
            A_ASSOCIATE_AC_PDU    .     AA_1  AA_8  .     AE_3  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_6
            A_ASSOCIATE_RJ_PDU    .     AA_1  AA_8  .     AE_4  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_6
            TRANSPORT_INDICATION  AE_5  .     .     .     .     .     .     .     .     .     .     .     .
            A_ASSOCIATE_RQ_PDU    .     AE_6  AA_8  .     AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_7
            A_ASSOCIATE_ACCEPT    .     .     AE_7  .     .     .     .     .     .     .     .     .     .
            A_ASSOCIATE_REJECT    .     .     AE_8  .     .     .     .     .     .     .     .     .     .
            P_DATA_REQUEST        .     .     .     .     .     DT_1  .     AR_7  .     .     .     .     .
            P_DATA_TF_PDU         .     AA_1  AA_8  .     AA_8  DT_2  AR_6  AA_8  AA_8  AA_8  AA_8  AA_8  AA_6
            A_RELEASE_REQUEST     .     .     .     .     .     AR_1  .     .     .     .     .     .     .
            A_RELEASE_RQ_PDU      .     AA_1  AA_8  .     AA_8  AR_2  AR_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_6
            A_RELEASE_RP_PDU      .     AA_1  AA_8  .     AA_8  AA_8  AR_3  AA_8  AA_8  AR_10 AR_3  AA_8  AA_6
            A_RELEASE_RESPONSE    .     .     .     .     .     .     .     AR_4  AR_9  .     .     AR_4  .
            A_ABORT_REQUEST       .     .     AA_1  AA_2  AA_1  AA_1  AA_1  AA_1  AA_1  AA_1  AA_1  AA_1  .
            A_ABORT_PDU           .     AA_2  AA_3  .     AA_3  AA_3  AA_3  AA_3  AA_3  AA_3  AA_3  AA_3  AA_2
            TRANSPORT_CLOSED      .     AA_5  AA_4  AA_4  AA_4  AA_4  AA_4  AA_4  AA_4  AA_4  AA_4  AA_4  AR_5
            ARTIM_EXPIRED         .     AA_2  .     .     .     .     .     .     .     .     .     .     AA_2
            INVALID_PDU           .     AA_1  AA_8  .     AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_8  AA_7
            """;

    private static final Map<Event.Kind, Map<State, Action>> ACTIONS = parse();

    private StateTable() {}

    /** What to do; empty where the standard leaves the cell empty, because that cannot happen or means nothing. */
    static Optional<Action> action(State state, Event.Kind event) {
        return Optional.ofNullable(ACTIONS.getOrDefault(event, Map.of()).get(state));
    }

    private static Map<Event.Kind, Map<State, Action>> parse() {
        var rows = new EnumMap<Event.Kind, Map<State, Action>>(Event.Kind.class);
        TABLE.lines().skip(1).map(line -> line.split(" +")).forEach(row -> {
            var cells = Arrays.asList(row).subList(1, row.length);
            rows.put(Event.Kind.valueOf(row[0]), row(cells.iterator()));
        });
        return rows;
    }

    private static Map<State, Action> row(Iterator<String> cells) {
        var actions = new EnumMap<State, Action>(State.class);
        for (var state : State.values()) {
            var cell = cells.next();
            if (!cell.equals(".")) {
                actions.put(state, Action.valueOf(cell));
            }
        }
        return actions;
    }
}
