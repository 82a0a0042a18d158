package dev.auricle.schemas.plan;

/** Around what a resampled slice is cropped or padded to the plan's size. */
public enum Centre {
    /** The centre of the bounding box of the body: what is brighter than the background, in the largest connected part. */
    BODY_MASK,
    /** The centre of the image. */
    IMAGE
}
