package dev.auricle.dicom.codec;

/** The second bytes of the markers of JPEG and JPEG-LS that are understood here (T.81, table B.1; T.87, C.1.1). */
final class Marker {
    static final int SOF_BASELINE = 0xC0;
    static final int SOF_EXTENDED = 0xC1;
    static final int SOF_LOSSLESS = 0xC3;
    static final int DHT = 0xC4;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DRI = 0xDD;
    static final int APP8 = 0xE8;
    static final int SOF_LS = 0xF7;
    static final int LSE = 0xF8;

    private Marker() {}

    static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** Whether a frame begins, of whatever process of T.81. */
    static boolean isFrame(int marker) {
        return marker >= SOF_BASELINE && marker <= 0xCF && marker != DHT;
    }
}
