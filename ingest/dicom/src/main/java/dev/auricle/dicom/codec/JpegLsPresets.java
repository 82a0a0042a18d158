package dev.auricle.dicom.codec;

/**
 * Parameters as a stream presets them (T.87, C.2.4.1.1); 0 stands for the default.
 *
 * @param most the largest sample
 * @param first threshold of gradients; {@code second} and {@code third} are the others
 * @param reset how many samples of a context count before they are halved
 */
record JpegLsPresets(int most, int first, int second, int third, int reset) {
    static final JpegLsPresets NONE = new JpegLsPresets(0, 0, 0, 0, 0);
}
