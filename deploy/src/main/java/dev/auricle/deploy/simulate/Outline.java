package dev.auricle.deploy.simulate;

import dev.auricle.dicom.space.Mask;

/** One slice of a mask; outside of it there is nothing. */
final class Outline {
    private final int rows;
    private final int columns;
    private final boolean[] inside;

    private Outline(int rows, int columns, boolean[] inside) {
        this.rows = rows;
        this.columns = columns;
        this.inside = inside;
    }

    /** Where a slice's label is 1. */
    static Outline of(Mask mask, int slice) {
        var geometry = mask.geometry();
        var inside = new boolean[geometry.first().grid().pixels()];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            inside[pixel] = mask.labels()[geometry.offset(slice) + pixel] == 1;
        }
        return new Outline(geometry.rows(), geometry.columns(), inside);
    }

    /** As labels 0 and 1. */
    void writeTo(Mask mask, int slice) {
        for (int pixel = 0; pixel < inside.length; pixel++) {
            mask.labels()[mask.geometry().offset(slice) + pixel] = (byte) (inside[pixel] ? 1 : 0);
        }
    }

    /** Pixels that have a neighbour inside. */
    Outline dilated(Stencil stencil) {
        return where(stencil, true);
    }

    /** Pixels that have all neighbours inside. */
    Outline eroded(Stencil stencil) {
        return where(stencil, false);
    }

    /** Whether a neighbour is on the side looked for decides. */
    private Outline where(Stencil stencil, boolean looked) {
        var result = new boolean[inside.length];
        for (int pixel = 0; pixel < inside.length; pixel++) {
            result[pixel] = touches(pixel / columns, pixel % columns, stencil, looked) == looked;
        }
        return new Outline(rows, columns, result);
    }

    private boolean touches(int row, int column, Stencil stencil, boolean looked) {
        for (int down = -stencil.reach(); down <= stencil.reach(); down++) {
            for (int right = -stencil.reach(); right <= stencil.reach(); right++) {
                if (stencil.covers(down, right) && at(row + down, column + right) == looked) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean at(int row, int column) {
        boolean exists = row >= 0 && row < rows && column >= 0 && column < columns;
        return exists && inside[row * columns + column];
    }
}
