package dev.auricle.dicom.syntax;

/** How this toolkit names itself in files and associations (PS3.7, D.3.3.2). */
public final class Implementation {
    public static final String CLASS_UID = "2.25.193466849345403636160255652263189225957";
    public static final String VERSION_NAME = "AURICLE_0.1";

    private Implementation() {}
}
