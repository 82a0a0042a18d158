package dev.auricle.dicom.deidentify;

import java.util.Arrays;

/**
 * The codes of PS3.15 table E.1-1a.
 *
 * <p>A choice hangs on the attribute's type in the IOD, which need not be known: the choice that suits every type gives
 * no more away than the others. So a dummy stands where any IOD may want a value, an empty value where any may want the
 * attribute, and a mapped UID where any may want a reference.
 */
enum ActionCode {
    D("D"),
    Z("Z"),
    X("X"),
    K("K"),
    C("C"),
    U("U"),
    Z_OR_D("Z/D"),
    X_OR_Z("X/Z"),
    X_OR_D("X/D"),
    X_OR_Z_OR_D("X/Z/D"),
    X_OR_Z_OR_U("X/Z/U");

    private final String text;

    ActionCode(String text) {
        this.text = text;
    }

    static ActionCode of(String text) {
        return Arrays.stream(values())
                .filter(code -> code.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no action has the code " + text));
    }

    /**
     * What the code says to do.
     *
     * @param basic what the Basic Profile has for the attribute: where nothing is left after cleaning
     */
    Action action(ActionCode basic) {
        return switch (this) {
            case D, Z_OR_D, X_OR_D, X_OR_Z_OR_D -> new Dummy();
            case Z, X_OR_Z -> new Empty();
            case X -> new Remove();
            case K -> new Keep();
            case C -> new Clean(basic.action(X));
            case U, X_OR_Z_OR_U -> new MapUid();
        };
    }
}
