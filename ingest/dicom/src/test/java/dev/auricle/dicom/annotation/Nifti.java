package dev.auricle.dicom.annotation;

import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A mask of a NIfTI-1 file, whose affine says where its voxels lie (RAS, millimetres). */
final class Nifti {
    private static final int HEADER = 348;

    private final int[] size;
    private final double[][] affine;
    private final ByteBuffer voxels;
    private final int type;

    private Nifti(int[] size, double[][] affine, ByteBuffer voxels, int type) {
        this.size = size;
        this.affine = affine;
        this.voxels = voxels;
        this.type = type;
    }

    static Nifti read(Path path) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(path))) {
            var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            if (bytes.getInt(0) != HEADER) {
                throw new IOException("not a little-endian NIfTI-1 file: " + path);
            }
            var size = new int[] {bytes.getShort(42), bytes.getShort(44), bytes.getShort(46)};
            var voxels = bytes.slice((int) bytes.getFloat(108), bytes.capacity() - (int) bytes.getFloat(108))
                    .order(ByteOrder.LITTLE_ENDIAN);
            return new Nifti(size, affine(bytes), voxels, bytes.getShort(70));
        }
    }

    /** The sform if there is one, else the qform: three rows of four numbers. */
    private static double[][] affine(ByteBuffer header) throws IOException {
        if (header.getShort(254) > 0) {
            return sform(header);
        }
        if (header.getShort(252) > 0) {
            return qform(header);
        }
        throw new IOException("a file without an affine");
    }

    private static double[][] sform(ByteBuffer header) {
        var rows = new double[3][4];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                rows[row][column] = header.getFloat(280 + 16 * row + 4 * column);
            }
        }
        return rows;
    }

    /** The rotation of a quaternion, voxel sizes, and an offset. */
    private static double[][] qform(ByteBuffer header) {
        double b = header.getFloat(256);
        double c = header.getFloat(260);
        double d = header.getFloat(264);
        double a = Math.sqrt(Math.max(0, 1 - b * b - c * c - d * d));
        double x = header.getFloat(80);
        double y = header.getFloat(84);
        double z = header.getFloat(88) * (header.getFloat(76) < 0 ? -1 : 1);
        return new double[][] {
            {(a * a + b * b - c * c - d * d) * x, 2 * (b * c - a * d) * y, 2 * (b * d + a * c) * z, header.getFloat(268)
            },
            {2 * (b * c + a * d) * x, (a * a + c * c - b * b - d * d) * y, 2 * (c * d - a * b) * z, header.getFloat(272)
            },
            {2 * (b * d - a * c) * x, 2 * (c * d + a * b) * y, (a * a + d * d - b * b - c * c) * z, header.getFloat(276)
            }
        };
    }

    /** The voxels that are set, on the geometry: each where the affine puts it. */
    Mask on(Geometry geometry) {
        var mask = Mask.empty(geometry);
        for (int k = 0; k < size[2]; k++) {
            for (int j = 0; j < size[1]; j++) {
                for (int i = 0; i < size[0]; i++) {
                    if (isSet(i + size[0] * (j + size[1] * k))) {
                        set(mask, geometry.index(position(i, j, k)));
                    }
                }
            }
        }
        return mask;
    }

    private static void set(Mask mask, Vector index) {
        int column = (int) Math.round(index.x());
        int row = (int) Math.round(index.y());
        int slice = (int) Math.round(index.z());
        double off = index.minus(new Vector(column, row, slice)).length();
        if (off > 0.05) {
            throw new AssertionError("a voxel of the NIfTI file lies " + off + " voxels beside one of the image");
        }
        mask.labels()[mask.geometry().offset(slice) + row * mask.geometry().columns() + column] = 1;
    }

    /** x and y of NIfTI point right and to the front, those of DICOM left and to the back. */
    private Vector position(int i, int j, int k) {
        return new Vector(-along(0, i, j, k), -along(1, i, j, k), along(2, i, j, k));
    }

    private double along(int row, int i, int j, int k) {
        return affine[row][0] * i + affine[row][1] * j + affine[row][2] * k + affine[row][3];
    }

    private boolean isSet(int voxel) {
        return switch (type) {
            case 2 -> voxels.get(voxel) != 0;
            case 4, 512 -> voxels.getShort(2 * voxel) != 0;
            case 8 -> voxels.getInt(4 * voxel) != 0;
            case 16 -> voxels.getFloat(4 * voxel) != 0;
            case 64 -> voxels.getDouble(8 * voxel) != 0;
            default -> throw new AssertionError("NIfTI data type " + type);
        };
    }
}
