package dev.auricle.dicom.data;

/** How the end of a sequence or item is encoded (PS3.5, 7.5.1): by a length in front or by a delimiter behind. */
public enum LengthForm {
    DEFINED,
    UNDEFINED
}
