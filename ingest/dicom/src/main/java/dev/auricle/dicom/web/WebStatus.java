package dev.auricle.dicom.web;

import dev.auricle.dicom.network.DimseStatus;

/** Failures that the web has and C-STORE has not (PS3.18, table 10.5.3-2), and what their codes say. */
final class WebStatus {
    static final DimseStatus TRANSFER_SYNTAX_NOT_SUPPORTED = new DimseStatus(0xC122, "");

    private static final int OUT_OF_RESOURCES = 0xA7;

    private WebStatus() {}

    /** Whether the instance would be stored at another time (A7xx). */
    static boolean isOutOfResources(DimseStatus status) {
        return status.code() >>> 8 == OUT_OF_RESOURCES;
    }
}
