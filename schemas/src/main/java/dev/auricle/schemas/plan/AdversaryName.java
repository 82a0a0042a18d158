package dev.auricle.schemas.plan;

/** How an adversary changes images. */
public enum AdversaryName {
    /** There is none. */
    NONE,
    /** One step along the gradient's sign (Goodfellow et al., ICLR 2015). */
    FGSM,
    /** Several, projected back (Madry et al., ICLR 2018). */
    PGD,
    /** The same, weighted towards pixels not fooled yet and back (Gu et al., ECCV 2022). */
    SEGPGD
}
