package dev.auricle.deploy.launch;

/** How a process ends. Each code has a page in {@code deploy/docs/exit-codes}. */
public enum ExitCode {
    /** Done. */
    OK(0),
    /** Something that should not happen. */
    UNEXPECTED(1),
    /** The command line is wrong. */
    USAGE(2),
    /** auricle.yaml is wrong. */
    CONFIGURATION(10),
    /** The plan is wrong. */
    PLAN(11),
    /** A port is taken. */
    PORT_IN_USE(12),
    /** No broker answers. */
    BROKER_UNREACHABLE(13),
    /** The cluster's topics are not as declared. */
    TOPICS_DIFFER(14),
    /** A service stopped by itself. */
    SERVICE_FAILED(15),
    /** A key or certificate for TLS is no good. */
    CERTIFICATE_UNUSABLE(16),
    /** A DICOM object cannot be read. */
    DICOM_UNREADABLE(20),
    /** A DICOM peer does not answer. */
    DICOM_UNREACHABLE(21),
    /** A DICOM peer does not want the association. */
    DICOM_REJECTED(22),
    /** A DICOM peer did not take what it was sent. */
    DICOM_NOT_STORED(23),
    /** The log lacks some of what an archive has. */
    BACKFILL_INCOMPLETE(24),
    /** A DICOM object was not de-identified. */
    DICOM_NOT_DEIDENTIFIED(26),
    /** The demo did not come to its end. */
    DEMO_INCOMPLETE(30),
    /** A benchmark's gate did not pass. */
    GATE_FAILED(31),
    /** A simulation did not come to its end. */
    SIMULATION_INCOMPLETE(32),
    /** No Java 17 or newer was found; only the start script ends so. */
    NO_JAVA(40),
    /** The first build failed; only the start script ends so. */
    NOT_BUILT(41);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** As the shell sees it. */
    public int code() {
        return code;
    }

    /** Where its page is. */
    String page() {
        return "deploy/docs/exit-codes/%02d.md".formatted(code);
    }
}
