package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Code;

/** The concepts of PS3.16 by which regions are found in a report. */
final class Concepts {
    static final Code MEASUREMENT_GROUP = dcm("125007", "Measurement Group");
    static final Code IMAGE_REGION = dcm("111030", "Image Region");
    static final Code VOLUME_SURFACE = dcm("121231", "Volume Surface");
    static final Code FINDING = dcm("121071", "Finding");
    static final Code FINDING_SITE = new Code("363698007", "SCT", "Finding Site");
    static final Code FINDING_SITE_BEFORE_SCT = new Code("G-C0E3", "SRT", "Finding Site");
    static final Code TRACKING_IDENTIFIER = dcm("112039", "Tracking Identifier");
    static final Code PERSON_OBSERVER_NAME = dcm("121008", "Person Observer Name");
    static final Code DEVICE_OBSERVER_UID = dcm("121012", "Device Observer UID");
    static final Code DEVICE_OBSERVER_NAME = dcm("121013", "Device Observer Name");
    static final Code ALGORITHM_NAME = dcm("111001", "Algorithm Name");

    private Concepts() {}

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }
}
