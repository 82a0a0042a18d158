package dev.auricle.dicom.syntax;

/** Why bytes could not be read as a data set. */
public enum Malformation {
    NOT_DICOM("neither a DICOM file nor a bare data set"),
    MISSING_TRANSFER_SYNTAX("the file meta information names no transfer syntax"),
    UNKNOWN_TRANSFER_SYNTAX("the transfer syntax is not one of PS3.6"),
    TRUNCATED("the input ends in the middle of an element"),
    OVERRUN("an element is longer than what it is part of"),
    BAD_LENGTH("a length is undefined where it must not be"),
    BAD_REPRESENTATION("there is no such value representation"),
    ITEM_EXPECTED("something other than an item stands in a sequence"),
    MISPLACED_DELIMITER("a delimiter or item stands where an element should"),
    TOO_DEEP("sequences are nested deeper than the limit"),
    ELEMENT_TOO_LONG("a value is longer than the limit"),
    TOO_LONG("the data set is longer than the limit"),
    BAD_DEFLATE("the deflated stream is damaged");

    private final String sentence;

    Malformation(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
