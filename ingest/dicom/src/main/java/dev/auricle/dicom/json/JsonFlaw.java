package dev.auricle.dicom.json;

/** Why a text could not be read as the DICOM JSON model. */
public enum JsonFlaw {
    NOT_JSON("the text is not JSON"),
    NOT_A_DATA_SET("something other than a data set stands where one should"),
    BAD_TAG("a name is not the eight hexadecimal digits of a tag"),
    REPEATED_TAG("an attribute is there twice"),
    BAD_REPRESENTATION("there is no such value representation"),
    AMBIGUOUS_VALUE("an attribute has its value in more than one form"),
    BAD_VALUE("a value does not fit its representation"),
    BAD_BASE64("an inline value is not base64"),
    NO_BULK_DATA("a value is kept elsewhere and cannot be found there"),
    TOO_DEEP("sequences are nested deeper than the limit"),
    ELEMENT_TOO_LONG("a value is longer than the limit"),
    TOO_LONG("the text is longer than the limit, or would take more memory than it");

    private final String sentence;

    JsonFlaw(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
