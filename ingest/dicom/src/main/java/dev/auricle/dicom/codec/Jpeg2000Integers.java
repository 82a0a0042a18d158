package dev.auricle.dicom.codec;

/** A plane of the reversible transformation, with the 5-3 filter (T.800, F.3.8.2 and G.2). */
final class Jpeg2000Integers implements Jpeg2000Plane {
    private final int[] samples;
    private final int stride;
    private final int[] line;

    Jpeg2000Integers(Rectangle tile) {
        samples = new int[tile.width() * tile.height()];
        stride = tile.width();
        line = new int[Math.max(tile.width(), tile.height())];
    }

    @Override
    public void put(int at, int twice, boolean negative, double step) {
        samples[at] = negative ? -(twice >> 1) : twice >> 1;
    }

    @Override
    public void join(Rectangle resolution) {
        Jpeg2000Lifting.join(resolution, stride, this::joinLine);
    }

    private void joinLine(int from, int step, int length, int odd) {
        int coarse = Jpeg2000Lifting.coarse(length, odd);
        for (int i = 0; i < length; i++) {
            int place = i < coarse ? 2 * i + odd : 2 * (i - coarse) + 1 - odd;
            line[place] = samples[from + i * step];
        }
        if (length == 1) {
            line[0] >>= odd;
        } else {
            for (int i = odd; i < length; i += 2) {
                line[i] -= (neighbours(i, length) + 2) >> 2;
            }
            for (int i = 1 - odd; i < length; i += 2) {
                line[i] += neighbours(i, length) >> 1;
            }
        }
        for (int i = 0; i < length; i++) {
            samples[from + i * step] = line[i];
        }
    }

    private int neighbours(int i, int length) {
        return line[Jpeg2000Lifting.before(i)] + line[Jpeg2000Lifting.behind(i, length)];
    }

    @Override
    public void unmix(Jpeg2000Plane second, Jpeg2000Plane third) {
        var blues = ((Jpeg2000Integers) second).samples;
        var reds = ((Jpeg2000Integers) third).samples;
        for (int i = 0; i < samples.length; i++) {
            int green = samples[i] - ((blues[i] + reds[i]) >> 2);
            samples[i] = reds[i] + green;
            reds[i] = blues[i] + green;
            blues[i] = green;
        }
    }

    @Override
    public int sample(int at) {
        return samples[at];
    }
}
