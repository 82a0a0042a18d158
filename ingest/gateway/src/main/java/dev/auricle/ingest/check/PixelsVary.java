package dev.auricle.ingest.check;

import dev.auricle.dicom.space.Volume;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.util.Optional;

/** There is something to see: not all pixels are alike. */
public final class PixelsVary implements Rule<Volume> {
    @Override
    public Refusal refusal() {
        return Refusal.CONSTANT_IMAGE;
    }

    @Override
    public Optional<String> against(Volume volume) {
        var voxels = volume.voxels();
        for (float voxel : voxels) {
            if (Float.compare(voxel, voxels[0]) != 0) {
                return Optional.empty();
            }
        }
        return Optional.of("All pixels of the series are alike.");
    }
}
