package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;

/** What becomes of an object that is to be de-identified. */
public sealed interface Deidentification {
    /**
     * Without the patient.
     *
     * @param syntax to be encoded in
     */
    record Deidentified(DataSet dataSet, TransferSyntax syntax) implements Deidentification {}

    /**
     * Not to be de-identified, and why.
     *
     * @param code to count by
     * @param sentence to read; says nothing about the patient
     */
    record Rejected(String code, String sentence) implements Deidentification {}
}
