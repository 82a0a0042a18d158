package dev.auricle.ingest.prepare;

import dev.auricle.schemas.configuration.Default;

/**
 * The section {@code ingest.prepare}.
 *
 * @param mostMegavoxels the largest series that is prepared, in millions of voxels; each takes four bytes of memory
 */
public record PrepareConfig(@Default("256") int mostMegavoxels) {
    private static final int LARGEST = 2000;

    /** Refuses what no array holds. */
    public PrepareConfig {
        if (mostMegavoxels < 1 || mostMegavoxels > LARGEST) {
            throw new IllegalArgumentException(
                    "mostMegavoxels must be between 1 and " + LARGEST + ", got " + mostMegavoxels);
        }
    }
}
