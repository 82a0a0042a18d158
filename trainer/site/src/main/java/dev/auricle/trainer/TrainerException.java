package dev.auricle.trainer;

/** Root of everything the trainer throws. */
public abstract class TrainerException extends RuntimeException {
    /** With a message that says what was refused. */
    protected TrainerException(String message) {
        super(message);
    }
}
