package dev.auricle.deploy.simulate;

/** What a place in a phantom is made of. */
enum Tissue {
    AIR,
    FAT,
    MUSCLE,
    LUNG,
    BONE,
    SPINAL_FLUID,
    LIVER,
    MYOCARDIUM,
    BLOOD,
    /** Blood, too, and looks like it: where it is must be told by form and place. */
    LEFT_ATRIUM
}
