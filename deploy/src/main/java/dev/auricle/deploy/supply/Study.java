package dev.auricle.deploy.supply;

import dev.auricle.dicom.space.Mask;
import java.util.List;
import java.util.Optional;

/**
 * One study of a hospital, as its PACS would send it.
 *
 * @param images series of images, each a list of instances
 * @param annotations SEG and RTSTRUCT objects
 * @param truth what is really there, where somebody knows better than the annotations; on the geometry of the images
 */
public record Study(
        String patient, String uid, List<List<Instance>> images, List<Instance> annotations, Optional<Mask> truth) {
    /** Keeps copies of the lists. */
    public Study {
        images = images.stream().map(List::copyOf).toList();
        annotations = List.copyOf(annotations);
    }

    /** How many instances its images are. */
    public int imageCount() {
        return images.stream().mapToInt(List::size).sum();
    }
}
