package dev.auricle.inference.deliver;

/** What became of one try to deliver. Reasons never hold a patient's data. */
sealed interface Attempt {
    /** It was taken. */
    record Taken() implements Attempt {}

    /** Not now; it may be taken later. */
    record NotNow(String reason) implements Attempt {}

    /** It will never be taken. */
    record Refused(String reason) implements Attempt {}
}
