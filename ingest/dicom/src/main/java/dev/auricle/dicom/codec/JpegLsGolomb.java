package dev.auricle.dicom.codec;

/** Golomb codes of limited length (T.87, A.5.3). */
final class JpegLsGolomb {
    private JpegLsGolomb() {}

    /** A number whose lowest bits, so many, are written out behind the rest in unary. */
    static int read(JpegLsBits bits, int lowest, int limit, int escape) {
        int longest = limit - escape - 1;
        int high = bits.zeros(longest);
        return high < longest ? (high << lowest) | bits.read(lowest) : bits.read(escape) + 1;
    }

    /** How many bits to write out where so many samples had errors of this sum. */
    static int lowest(int count, int sum) {
        int lowest = 0;
        while (count << lowest < sum && lowest < 24) {
            lowest++;
        }
        return lowest;
    }
}
