package dev.auricle.dicom.query;

/** The information models of query and retrieve (PS3.4, C.6), each with the SOP classes of its three operations. */
public enum QueryRoot {
    PATIENT("1.2.840.10008.5.1.4.1.2.1"),
    STUDY("1.2.840.10008.5.1.4.1.2.2");

    private final String uid;

    QueryRoot(String uid) {
        this.uid = uid;
    }

    public String find() {
        return uid + ".1";
    }

    public String move() {
        return uid + ".2";
    }

    public String get() {
        return uid + ".3";
    }
}
