package dev.auricle.inference.follow;

import dev.auricle.schemas.record.PreparedSlices;
import dev.auricle.schemas.record.PreparedVolume;
import dev.auricle.schemas.shard.FloatBytes;
import java.util.List;

/**
 * A prepared volume, whole.
 *
 * @param slabs its records in order of their slices; the last carries the header
 */
public record WaitingVolume(List<PreparedSlices> slabs) {
    /** Keeps a copy of the list. */
    public WaitingVolume {
        slabs = List.copyOf(slabs);
    }

    /** What every record says: site, study, series, revision. */
    public PreparedSlices head() {
        return slabs.get(slabs.size() - 1);
    }

    /** How it lies in the patient. */
    public PreparedVolume header() {
        return head().getVolume();
    }

    /** Pixels of one slice. */
    public int pixelsASlice() {
        return header().getPrepared().getRows() * header().getPrepared().getColumns();
    }

    /** Copies slices from {@code first} on, [slice, row, column]. */
    public float[] slices(int first, int count) {
        int pixels = pixelsASlice();
        var copied = new float[count * pixels];
        for (var slab : slabs) {
            int from = Math.max(first, slab.getFirstSlice());
            int to = Math.min(
                    first + count, slab.getFirstSlice() + slab.getImage().size() / (Float.BYTES * pixels));
            if (from < to) {
                FloatBytes.view(slab.getImage())
                        .get(
                                (from - slab.getFirstSlice()) * pixels,
                                copied,
                                (from - first) * pixels,
                                (to - from) * pixels);
            }
        }
        return copied;
    }
}
