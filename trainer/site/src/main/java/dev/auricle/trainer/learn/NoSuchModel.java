package dev.auricle.trainer.learn;

import dev.auricle.trainer.TrainerException;

/** The register has no such version. */
public final class NoSuchModel extends TrainerException {
    NoSuchModel(String version) {
        super("the register has no model version '" + version + "'");
    }
}
