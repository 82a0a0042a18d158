package dev.auricle.dicom.web;

/** Why a body could not be read as parts. */
public enum MultipartFlaw {
    BAD_BOUNDARY("the boundary between parts is missing or malformed"),
    BAD_HEADER("a header of a part is malformed"),
    HEADERS_TOO_LONG("the headers of a part are longer than the limit"),
    PART_TOO_LONG("a part is longer than the limit"),
    TOO_LONG("the body is longer than the limit"),
    TOO_MANY_PARTS("there are more parts than the limit"),
    TRUNCATED("the body ends before its last boundary");

    private final String sentence;

    MultipartFlaw(String sentence) {
        this.sentence = sentence;
    }

    /** Whether it would be well if it were smaller. */
    boolean isLimit() {
        return switch (this) {
            case HEADERS_TOO_LONG, PART_TOO_LONG, TOO_LONG, TOO_MANY_PARTS -> true;
            case BAD_BOUNDARY, BAD_HEADER, TRUNCATED -> false;
        };
    }

    @Override
    public String toString() {
        return sentence;
    }
}
