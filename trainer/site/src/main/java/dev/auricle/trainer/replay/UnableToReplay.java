package dev.auricle.trainer.replay;

import dev.auricle.trainer.TrainerException;

/** A sample that the index knows is no longer in the log. */
public final class UnableToReplay extends TrainerException {
    UnableToReplay(int partition, long offset) {
        super("samples-" + partition + "@" + offset + " is no longer in the log");
    }
}
