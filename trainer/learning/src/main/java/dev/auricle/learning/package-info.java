/**
 * What a hospital needs to learn a segmentation model and to use it: networks, losses, augmentation, measures and the
 * training loop, on DJL with PyTorch. Knows nothing of Kafka, files or networks.
 *
 * <p>The steps, earlier ones never using later ones:
 * {@code draw → habit → engine → state → network → loss → attack → augment → measure → descend → method → learn →
 * centre}.
 */
@NullMarked
package dev.auricle.learning;

import org.jspecify.annotations.NullMarked;
