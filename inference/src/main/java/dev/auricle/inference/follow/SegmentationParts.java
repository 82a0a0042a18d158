package dev.auricle.inference.follow;

import dev.auricle.schemas.record.Segmentation;

/** How records of {@code segmentations} make a segmentation: by site, series, revision and model version. */
public final class SegmentationParts implements PartsFollower.Parts<Segmentation> {
    @Override
    public String whole(Segmentation part) {
        return part.getSite() + "/" + part.getSeriesInstanceUid() + "/" + part.getSeriesRevision() + "/"
                + part.getModelVersion();
    }

    @Override
    public boolean isFirst(Segmentation part) {
        return part.getPart() == 0;
    }

    @Override
    public boolean isLast(Segmentation part) {
        return part.getPart() + 1 == part.getParts();
    }
}
