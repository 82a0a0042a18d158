package dev.auricle.deploy.simulate;

/** Which neighbours of a pixel count with it. */
enum Stencil {
    /** The four next to it. */
    CROSS(1, 1),
    /** All within two and a quarter pixels. */
    DISC(2, 5);

    private final int reach;
    private final int square;

    Stencil(int reach, int square) {
        this.reach = reach;
        this.square = square;
    }

    /** How many pixels it reaches to each side. */
    int reach() {
        return reach;
    }

    /** Whether the pixel so far away counts. */
    boolean covers(int rows, int columns) {
        return rows * rows + columns * columns <= square;
    }
}
