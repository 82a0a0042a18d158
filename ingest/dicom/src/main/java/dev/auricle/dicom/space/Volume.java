package dev.auricle.dicom.space;

import java.util.List;

/** Values of the modality on a geometry. The array is the volume's own, not a copy. */
public final class Volume {
    private final Geometry geometry;
    private final float[] voxels;

    /** Values [slice, row, column]. */
    public Volume(Geometry geometry, float[] voxels) {
        if (voxels.length != geometry.voxels()) {
            throw new IllegalArgumentException(voxels.length + " voxels on a geometry of " + geometry.voxels());
        }
        this.geometry = geometry;
        this.voxels = voxels;
    }

    public Geometry geometry() {
        return geometry;
    }

    /** [slice, row, column], values of the modality. */
    public float[] voxels() {
        return voxels;
    }

    /** What became of a series' images. */
    public sealed interface Result {}

    /**
     * They are a volume.
     *
     * @param order which of the frames read is slice 0, 1 and so on
     */
    public record Assembled(Volume volume, List<Integer> order) implements Result {
        public Assembled {
            order = List.copyOf(order);
        }
    }

    /** They are not, and why. */
    public record Disarranged(List<GeometryFinding> findings) implements Result {
        public Disarranged {
            findings = List.copyOf(findings);
        }
    }
}
