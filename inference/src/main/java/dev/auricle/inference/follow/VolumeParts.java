package dev.auricle.inference.follow;

import dev.auricle.schemas.record.PreparedSlices;

/** How records of {@code studies.prepared} make a volume: by site, series and revision; the last carries the header. */
public final class VolumeParts implements PartsFollower.Parts<PreparedSlices> {
    @Override
    public String whole(PreparedSlices part) {
        return part.getSite() + "/" + part.getSeriesInstanceUid() + "/" + part.getRevision();
    }

    @Override
    public boolean isFirst(PreparedSlices part) {
        return part.getFirstSlice() == 0;
    }

    @Override
    public boolean isLast(PreparedSlices part) {
        return part.hasVolume();
    }
}
