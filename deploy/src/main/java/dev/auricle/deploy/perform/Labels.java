package dev.auricle.deploy.perform;

/** Class numbers from masks. */
final class Labels {
    private Labels() {}

    /** Writes a number wherever a mask of 0 and 1 is 1. */
    static void draw(byte[] labels, byte[] mask, int number) {
        for (int voxel = 0; voxel < labels.length; voxel++) {
            if (mask[voxel] != 0) {
                labels[voxel] = (byte) number;
            }
        }
    }
}
