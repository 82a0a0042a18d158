package dev.auricle.dicom.codec;

/** A plane of the irreversible transformation, with the 9-7 filter (T.800, F.3.8.1 and G.3). */
final class Jpeg2000Floats implements Jpeg2000Plane {
    private static final float ALPHA = (float) -1.586134342059924;
    private static final float BETA = (float) -0.052980118572961;
    private static final float GAMMA = (float) 0.882911075530934;
    private static final float DELTA = (float) 0.443506852043971;
    private static final float K = (float) 1.230174104914001;

    private final float[] samples;
    private final int stride;
    private final float[] line;

    Jpeg2000Floats(Rectangle tile) {
        samples = new float[tile.width() * tile.height()];
        stride = tile.width();
        line = new float[Math.max(tile.width(), tile.height())];
    }

    @Override
    public void put(int at, int twice, boolean negative, double step) {
        float magnitude = (float) (twice * step / 2);
        samples[at] = negative ? -magnitude : magnitude;
    }

    @Override
    public void join(Rectangle resolution) {
        Jpeg2000Lifting.join(resolution, stride, this::joinLine);
    }

    private void joinLine(int from, int step, int length, int odd) {
        int coarse = Jpeg2000Lifting.coarse(length, odd);
        for (int i = 0; i < length; i++) {
            int place = i < coarse ? 2 * i + odd : 2 * (i - coarse) + 1 - odd;
            line[place] = samples[from + i * step] * (i < coarse ? K : 1 / K);
        }
        if (length == 1) {
            line[0] = odd == 0 ? samples[from] : samples[from] / 2;
        } else {
            lift(odd, length, DELTA);
            lift(1 - odd, length, GAMMA);
            lift(odd, length, BETA);
            lift(1 - odd, length, ALPHA);
        }
        for (int i = 0; i < length; i++) {
            samples[from + i * step] = line[i];
        }
    }

    private void lift(int first, int length, float factor) {
        for (int i = first; i < length; i += 2) {
            line[i] -= factor * (line[Jpeg2000Lifting.before(i)] + line[Jpeg2000Lifting.behind(i, length)]);
        }
    }

    @Override
    public void unmix(Jpeg2000Plane second, Jpeg2000Plane third) {
        var blues = ((Jpeg2000Floats) second).samples;
        var reds = ((Jpeg2000Floats) third).samples;
        for (int i = 0; i < samples.length; i++) {
            float luminance = samples[i];
            float blue = blues[i];
            float red = reds[i];
            samples[i] = luminance + 1.402f * red;
            blues[i] = luminance - 0.344136f * blue - 0.714136f * red;
            reds[i] = luminance + 1.772f * blue;
        }
    }

    @Override
    public int sample(int at) {
        return (int) Math.rint(samples[at]);
    }
}
