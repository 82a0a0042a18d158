package dev.auricle.ingest.check;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Quality;
import java.util.Locale;
import java.util.Optional;

/** Pixels are as fine as the plan asks for. */
record PixelSpacingInRange(Quality limits) implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.PIXEL_SPACING_OUT_OF_RANGE;
    }

    @Override
    public Optional<String> against(Stack stack) {
        return stack.grids()
                .filter(grid -> isOutside(grid.rowSpacing()) || isOutside(grid.columnSpacing()))
                .findFirst()
                .map(grid -> String.format(
                        Locale.ROOT,
                        "Pixels are %.3f mm by %.3f mm; the plan takes %.3f to %.3f mm.",
                        grid.rowSpacing(),
                        grid.columnSpacing(),
                        limits.leastPixelSpacing(),
                        limits.mostPixelSpacing()));
    }

    private boolean isOutside(double spacing) {
        return spacing < limits.leastPixelSpacing() || spacing > limits.mostPixelSpacing();
    }
}
