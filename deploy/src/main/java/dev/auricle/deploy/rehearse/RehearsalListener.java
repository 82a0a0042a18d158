package dev.auricle.deploy.rehearse;

import dev.auricle.schemas.record.ModelManifest;
import dev.auricle.schemas.record.RoundEvent;
import dev.auricle.schemas.record.UpdateManifest;

/** Hears how a rehearsal goes on. */
public interface RehearsalListener {
    /** The coordinator has decided something. */
    default void onEvent(RoundEvent event) {}

    /** A site begins to work on a round. */
    default void onTurn(String site, RoundEvent opened) {}

    /** A site has answered. */
    default void onAnswer(UpdateManifest answer) {}

    /** A model is in the register, or is measured. */
    default void onModel(ModelManifest model) {}

    /** Hears nothing. */
    static RehearsalListener silent() {
        return new RehearsalListener() {};
    }
}
