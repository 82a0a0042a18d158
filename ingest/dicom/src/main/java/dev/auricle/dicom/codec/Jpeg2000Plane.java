package dev.auricle.dicom.codec;

/**
 * The samples of a component in a tile, [row, column], while they are made of coefficients. Until bands are joined, the
 * coarse half of a resolution lies before the detail, in rows and in columns (T.800, annex F).
 */
interface Jpeg2000Plane {
    /** Sets a coefficient from twice its magnitude. */
    void put(int at, int twice, boolean negative, double step);

    /** Makes samples of a resolution out of its bands. */
    void join(Rectangle resolution);

    /** Undoes the mixing of three colours, of which this is the first (T.800, annex G). */
    void unmix(Jpeg2000Plane second, Jpeg2000Plane third);

    /** A sample, around 0. */
    int sample(int at);
}
