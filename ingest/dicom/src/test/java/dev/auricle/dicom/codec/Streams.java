package dev.auricle.dicom.codec;

import dev.auricle.dicom.dictionary.TransferSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * Hills of 20 rows and 24 columns, flat at the left, as dcmtk's and OpenJPEG's encoders wrote them. What each is named
 * after says how: the process, whether in colour, the bits of a sample.
 */
enum Streams {
    RLE_GREY("grey12.rle", TransferSyntax.RLE_LOSSLESS, 1, 12, 0),
    RLE_COLOUR("colour8.rle", TransferSyntax.RLE_LOSSLESS, 3, 8, 0),
    JPEG_BASELINE("baseline8.jpg", TransferSyntax.JPEG_BASELINE, 1, 8, 5),
    JPEG_BASELINE_COLOUR("baseline-colour8.jpg", TransferSyntax.JPEG_BASELINE, 3, 8, 255),
    JPEG_EXTENDED("extended12.jpg", TransferSyntax.JPEG_EXTENDED, 1, 12, 13),
    JPEG_LOSSLESS("lossless12.jpg", TransferSyntax.JPEG_LOSSLESS_SV1, 1, 12, 0),
    JPEG_LOSSLESS_DEEP("lossless16-predictor6.jpg", TransferSyntax.JPEG_LOSSLESS, 1, 16, 0),
    JPEG_LOSSLESS_COLOUR("lossless-colour8.jpg", TransferSyntax.JPEG_LOSSLESS_SV1, 3, 8, 0),
    JPEG_LS("lossless12.jls", TransferSyntax.JPEG_LS_LOSSLESS, 1, 12, 0),
    JPEG_LS_NEAR("near12.jls", TransferSyntax.JPEG_LS_NEAR_LOSSLESS, 1, 12, 2),
    JPEG_LS_BY_SAMPLE("colour8-sample.jls", TransferSyntax.JPEG_LS_LOSSLESS, 3, 8, 0),
    JPEG_LS_BY_LINE("colour8-line.jls", TransferSyntax.JPEG_LS_LOSSLESS, 3, 8, 0),
    JPEG_LS_BY_PLANE("colour8-plane.jls", TransferSyntax.JPEG_LS_LOSSLESS, 3, 8, 0),
    JPEG_2000("lossless12.j2k", TransferSyntax.JPEG_2000_LOSSLESS, 1, 12, 0),
    JPEG_2000_LOSSY("lossy12.j2k", TransferSyntax.JPEG_2000, 1, 12, 20),
    JPEG_2000_COLOUR("colour8.j2k", TransferSyntax.JPEG_2000_LOSSLESS, 3, 8, 0),
    JPEG_2000_TILES("colour8-tiles.j2k", TransferSyntax.JPEG_2000_LOSSLESS, 3, 8, 0),
    JPEG_2000_MODES("lossless12-modes.j2k", TransferSyntax.JPEG_2000_LOSSLESS, 1, 12, 0);

    private static final int ROWS = 20;
    private static final int COLUMNS = 24;
    private static final int FLAT = 6;

    private final String file;
    private final TransferSyntax syntax;
    private final int samples;
    private final int bits;
    private final int near;

    /** {@code near} is by how much a sample may be wrong, 255 where colours are mixed. */
    Streams(String file, TransferSyntax syntax, int samples, int bits, int near) {
        this.file = file;
        this.syntax = syntax;
        this.samples = samples;
        this.bits = bits;
        this.near = near;
    }

    FrameDecoder decoder() {
        return FrameDecoder.of(syntax).orElseThrow();
    }

    FrameFormat format() {
        return new FrameFormat(ROWS, COLUMNS, samples, bits > 8 ? 16 : 8);
    }

    int near() {
        return near;
    }

    byte[] bytes() {
        try (var in = Streams.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was compressed. */
    int[] hills() {
        var values = new int[ROWS * COLUMNS * samples];
        Arrays.setAll(values, this::hill);
        return values;
    }

    private int hill(int cell) {
        int row = cell / samples / COLUMNS;
        int column = cell / samples % COLUMNS;
        double height = 0.5 + 0.49 * StrictMath.sin(0.3 * row + cell % samples) * StrictMath.cos(0.2 * column);
        return column < FLAT ? 0 : (int) (height * (1 << bits));
    }

    /** Samples out of cells. */
    int[] values(byte[] cells) {
        var values = new int[ROWS * COLUMNS * samples];
        Arrays.setAll(values, i -> bits > 8 ? (cells[2 * i] & 0xFF) | (cells[2 * i + 1] & 0xFF) << 8 : cells[i] & 0xFF);
        return values;
    }
}
