package dev.auricle.dicom.annotation;

import java.util.List;

/** Whether any voxel is in two segments, as Segments Overlap wants it said. */
final class Overlap {
    private Overlap() {}

    static boolean of(List<SegmentMask> segments) {
        int voxels = segments.get(0).mask().geometry().voxels();
        for (int voxel = 0; voxel < voxels; voxel++) {
            if (isTwice(segments, voxel)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTwice(List<SegmentMask> segments, int voxel) {
        int count = 0;
        for (var segment : segments) {
            count += segment.mask().labels()[voxel] == (byte) segment.label() ? 1 : 0;
        }
        return count > 1;
    }
}
