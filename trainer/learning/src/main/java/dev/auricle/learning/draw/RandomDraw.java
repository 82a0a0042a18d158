package dev.auricle.learning.draw;

import java.nio.charset.StandardCharsets;

/**
 * A seeded stream of random numbers whose values are part of the contract.
 *
 * <p>Every site must build the identical initial network and replay its samples in the identical order, on any JDK and
 * any processor. The generators of the JDK and of the engine promise neither, so this one is written out: SplitMix64
 * (Steele, Lea, Flood, <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014) and, for normal numbers,
 * Marsaglia's polar method on {@link StrictMath}.
 *
 * <p>A stream is named by a key of any length, such as (seed, epoch, sample). Streams of different keys are independent,
 * so nothing depends on who drew first. Not thread-safe: draw from one thread, or from one stream each.
 */
public final class RandomDraw {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private long state;
    private double spareGaussian = Double.NaN;

    private RandomDraw(long state) {
        this.state = state;
    }

    /** The stream of this key; the order of its parts matters. */
    public static RandomDraw of(long... key) {
        long state = key.length;
        for (long part : key) {
            state = mix(state + GOLDEN_GAMMA + mix(part + GOLDEN_GAMMA));
        }
        return new RandomDraw(state);
    }

    /** A name as a part of a key: the 64-bit FNV-1a hash of its UTF-8 bytes. */
    public static long key(String name) {
        long hash = FNV_OFFSET;
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xFF)) * FNV_PRIME;
        }
        return hash;
    }

    /** Uniform over all 2⁶⁴ values. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1), in steps of 2⁻⁵³. */
    public double nextUnit() {
        return (nextLong() >>> 11) * UNIT;
    }

    /** Uniform in [low, high). */
    public double nextBetween(double low, double high) {
        return low + (high - low) * nextUnit();
    }

    /** Uniform over 0 … bound − 1; the bias is below bound / 2⁵³. */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound of at least 1 is needed, not " + bound);
        }
        return (int) (nextUnit() * bound);
    }

    /** Normal with mean 0 and deviation 1. */
    public double nextGaussian() {
        if (!Double.isNaN(spareGaussian)) {
            double spare = spareGaussian;
            spareGaussian = Double.NaN;
            return spare;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextUnit() - 1;
            y = 2 * nextUnit() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        return x * scale;
    }

    /** The numbers 0 … count − 1 in a random order (Fisher, Yates). */
    public int[] nextOrder(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
