package dev.auricle.dicom.deidentify;

/**
 * A part of an image, in pixels from its upper left corner.
 *
 * @param left column of its first pixel, from 0
 * @param top row of its first pixel, from 0
 */
public record Rectangle(int left, int top, int width, int height) {
    /** Refuses one that has no pixel, or lies outside of any image. */
    public Rectangle {
        if (left < 0 || top < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException(
                    "no rectangle: left " + left + ", top " + top + ", width " + width + ", height " + height);
        }
    }
}
