package dev.auricle.schemas.plan;

import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.configuration.Shorthand;

/**
 * How sites learn together. One line chooses it, {@code method: decoupled}; settings of a method that is not chosen are
 * refused, so that nobody believes in a setting that does nothing.
 *
 * @param name which method
 * @param proximalMu of FedProx: weight of µ/2·‖θ − θ_global‖²
 * @param headEpochs of FedRep: passes, the first of a round, in which the last layer alone learns; where a round has no
 *     more, both take turns
 * @param dittoLambda of Ditto: weight of λ/2·‖θ_site − θ_global‖²
 * @param decoupled of the decoupled method
 */
public record Method(
        @Shorthand @Default("fedavg") MethodName name,
        @Default("0.01") double proximalMu,
        @Default("1") int headEpochs,
        @Default("0.1") double dittoLambda,
        Decoupled decoupled) {
    /** What a plan that says nothing means. */
    public static final Method DEFAULT = of(MethodName.FEDAVG);

    private static final double PROXIMAL_MU = 0.01;
    private static final int HEAD_EPOCHS = 1;
    private static final double DITTO_LAMBDA = 0.1;
    private static final double STRONGEST = 1000;

    /** Refuses what is out of range, and what the method does not have. */
    public Method {
        Require.between("proximalMu", proximalMu, 0, STRONGEST);
        Require.atLeast("headEpochs", headEpochs, 1);
        Require.between("dittoLambda", dittoLambda, 0, STRONGEST);
        requireUse("proximalMu", proximalMu == PROXIMAL_MU, MethodName.FEDPROX, name);
        requireUse("headEpochs", headEpochs == HEAD_EPOCHS, MethodName.FEDREP, name);
        requireUse("dittoLambda", dittoLambda == DITTO_LAMBDA, MethodName.DITTO, name);
        requireUse("decoupled", decoupled.equals(Decoupled.DEFAULT), MethodName.DECOUPLED, name);
    }

    /** With its defaults. */
    public static Method of(MethodName name) {
        return new Method(name, PROXIMAL_MU, HEAD_EPOCHS, DITTO_LAMBDA, Decoupled.DEFAULT);
    }

    /** Whether both merge the same tensors, so that one goes on from the other's model. */
    boolean mergesLike(Method other) {
        return merged(name) == merged(other.name) && decoupled.latent() == other.decoupled.latent();
    }

    /** One method of those that merge the same. */
    private static MethodName merged(MethodName name) {
        return switch (name) {
            case FEDAVG, FEDPROX, DITTO, CENTRALISED -> MethodName.FEDAVG;
            case FEDPER, FEDREP -> MethodName.FEDPER;
            case FEDBN, DECOUPLED, LOCAL -> name;
        };
    }

    private static void requireUse(String key, boolean isDefault, MethodName its, MethodName chosen) {
        if (!isDefault && chosen != its) {
            throw new IllegalArgumentException(
                    key + " is a setting of " + Names.inFile(its) + ", but the method is " + Names.inFile(chosen));
        }
    }
}
