package dev.auricle.learning.augment;

import dev.auricle.learning.draw.RandomDraw;
import java.util.List;

/**
 * Applies several deformations at once: they are composed first and the slice is sampled once, so nothing is blurred
 * twice. The image is sampled bilinearly, the label by the nearest pixel: no class appears that was not there.
 */
final class Warping implements Augmentation {

    private final List<Deformation> deformations;

    Warping(List<Deformation> deformations) {
        this.deformations = List.copyOf(deformations);
    }

    @Override
    public Slice vary(Slice slice, RandomDraw draw) {
        if (deformations.stream().noneMatch(Deformation::moves)) {
            return slice;
        }
        PixelMap map = PixelMap.identity(slice.rows(), slice.columns());
        long key = draw.nextLong();
        for (int i = 0; i < deformations.size(); i++) {
            if (deformations.get(i).moves()) {
                deformations.get(i).deform(map, RandomDraw.of(key, i));
            }
        }
        return map.sample(slice);
    }
}
