package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;

/**
 * How large what is drawn of a class may be.
 *
 * @param name of the class
 * @param least millilitres
 * @param most millilitres
 */
public record LabelVolume(String name, @Default("0") double least, double most) {
    /** Refuses limits that nothing keeps. */
    public LabelVolume {
        Require.between("least", least, 0, Double.MAX_VALUE);
        Require.positive("most", most);
        Require.ordered("least", least, "most", most);
    }
}
