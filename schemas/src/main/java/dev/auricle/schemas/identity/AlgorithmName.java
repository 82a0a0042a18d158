package dev.auricle.schemas.identity;

/** How our segmentations call what made them (Segment Algorithm Name, PS3.3 C.8.20.4), so that we know them again. */
public final class AlgorithmName {
    private static final String BEGIN = "Auricle ";

    private AlgorithmName() {}

    /** Of a model. */
    public static String of(String modelVersion) {
        return BEGIN + modelVersion;
    }

    /** Whether it is one of ours, of whatever model. */
    public static boolean isOurs(String algorithmName) {
        return algorithmName.startsWith(BEGIN);
    }
}
