package dev.auricle.trainer.learn;

/** A figure that a site tells the federation. There are no others. */
public enum Metric {
    /** Mean training loss of the last local epoch. */
    LOSS("loss"),
    /** Dice of the federation's model that the round began with, on the site's own patients kept for measuring. */
    GLOBAL_DICE("globalDice"),
    /** Dice of the site's own prediction on the same patients: after learning and before merging or, where it only measures, now. */
    LOCAL_DICE("localDice"),
    /** 95th percentile of the surface distance of the federation's model, in millimetres. */
    GLOBAL_HD95("globalHd95");

    private final String wireName;

    Metric(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in a manifest. */
    public String wireName() {
        return wireName;
    }
}
