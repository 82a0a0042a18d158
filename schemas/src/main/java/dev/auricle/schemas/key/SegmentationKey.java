package dev.auricle.schemas.key;

/** Key of {@code segmentations}: one series as one model version sees it. */
public record SegmentationKey(String series, String version) implements PathKey {
    /** Reads {@link #path}. */
    public static SegmentationKey parse(String path) {
        var parts = Parts.of(path, "series/version");
        return new SegmentationKey(parts.text(0), parts.text(1));
    }

    @Override
    public String path() {
        return series + "/" + version;
    }
}
