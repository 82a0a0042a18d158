package dev.auricle.dicom.query;

/** The levels of an information model, from the top (PS3.4, C.6). */
public enum QueryLevel {
    PATIENT("PATIENT"),
    STUDY("STUDY"),
    SERIES("SERIES"),
    INSTANCE("IMAGE");

    private final String term;

    QueryLevel(String term) {
        this.term = term;
    }

    /** The value of Query/Retrieve Level. */
    public String term() {
        return term;
    }
}
