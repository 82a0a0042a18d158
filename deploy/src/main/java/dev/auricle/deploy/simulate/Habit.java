package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Mask;

/** How a site's readers outline what they see, slice by slice. */
enum Habit {
    /** Along its edge. */
    PLAIN,
    /** Without what is thin, and inside the edge. */
    OPENED_AND_ERODED,
    /** Across what is hollow, and outside the edge. */
    CLOSED_AND_DILATED;

    /** What they draw where this is. */
    Mask drawn(Mask truth) {
        var geometry = truth.geometry();
        var drawn = Mask.empty(geometry);
        for (int slice = 0; slice < geometry.slices(); slice++) {
            drawn(Outline.of(truth, slice)).writeTo(drawn, slice);
        }
        return drawn;
    }

    private Outline drawn(Outline slice) {
        return switch (this) {
            case PLAIN -> slice;
            case OPENED_AND_ERODED ->
                slice.eroded(Stencil.DISC).dilated(Stencil.DISC).eroded(Stencil.CROSS);
            case CLOSED_AND_DILATED ->
                slice.dilated(Stencil.DISC).eroded(Stencil.DISC).dilated(Stencil.CROSS);
        };
    }
}
