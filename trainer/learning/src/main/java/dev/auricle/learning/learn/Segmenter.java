package dev.auricle.learning.learn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.learning.engine.DirectMemory;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.engine.Recording;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.Predictor;
import dev.auricle.learning.method.View;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.LongStream;

/**
 * Segments images with a model, batch by batch, so that native memory depends on the batch and not on how many images
 * there are. One thread at a time; each worker has its own.
 */
public final class Segmenter implements AutoCloseable {

    private static final int CLASS_AXIS = 1;

    /** Below what a mean of probabilities is not told from 0: p ln p must stay a number. */
    private static final double LEAST = 1e-30;

    private final Method method;
    private final NDManager manager;
    private final Predictor predictor;
    private final int batchSize;

    /**
     * Loads a model.
     *
     * @param view the model, and whose prediction is asked for
     * @param batchSize images computed at once, at least 1: more is faster and takes more memory
     */
    public Segmenter(LearningEngine engine, Method method, View view, int batchSize) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batchSize must be at least 1, not " + batchSize);
        }
        this.method = method;
        this.batchSize = batchSize;
        this.manager = engine.newManager();
        this.predictor = method.predictor(manager, view);
    }

    /**
     * The most probable class of every pixel.
     *
     * @return [image, row, column], unsigned
     */
    public byte[] segment(Images images) {
        byte[] labels = new byte[images.count() * images.rows() * images.columns()];
        forEachBatch(images, this::likeliest, (first, logarithms) -> copyLabels(logarithms, labels, first));
        return labels;
    }

    /** As {@link #segment}, with probabilities and entropy. */
    public Prediction predict(Images images) {
        return predict(images, this::likeliest);
    }

    /**
     * As {@link #predict}, but the mean of several of the predictions that the method holds possible; the entropy is that
     * of the mean. Where a method knows only one prediction, it is that one.
     *
     * @param samples how many, at least 1
     * @param seed for what is drawn; the same seed gives the same prediction
     */
    public Prediction predict(Images images, int samples, long seed) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be at least 1, not " + samples);
        }
        return predict(images, (first, batch) -> mean(batch, first, samples, seed));
    }

    private Prediction predict(Images images, BiFunction<Integer, NDArray, NDArray> model) {
        int pixels = images.count() * images.rows() * images.columns();
        byte[] labels = new byte[pixels];
        float[] probabilities = new float[Math.multiplyExact(pixels, method.classes())];
        float[] entropy = new float[pixels];
        forEachBatch(images, model, (first, logarithms) -> {
            NDArray probability = logarithms.exp();
            copyLabels(logarithms, labels, first);
            copyFloats(probability, probabilities, first);
            copyFloats(probability.mul(logarithms).sum(new int[] {CLASS_AXIS}).neg(), entropy, first);
        });
        return new Prediction(labels, probabilities, entropy);
    }

    /** Frees the model. */
    @Override
    public void close() {
        manager.close();
    }

    /** Calls with the number of the batch's first image and ln p of the batch, [batch, class, row, column]. */
    private void forEachBatch(
            Images images, BiFunction<Integer, NDArray, NDArray> model, BiConsumer<Integer, NDArray> use) {
        int imageLength = images.pixels().length / images.count();
        ByteBuffer memory = DirectMemory.ofBytes(
                Math.multiplyExact(Math.min(batchSize, images.count()), imageLength * Float.BYTES));
        for (int first = 0; first < images.count(); first += batchSize) {
            int size = Math.min(batchSize, images.count() - first);
            memory.asFloatBuffer().put(images.pixels(), first * imageLength, size * imageLength);
            Shape shape = new Shape(size, images.channels(), images.rows(), images.columns());
            try (NDManager scope = manager.newSubManager()) {
                NDArray batch =
                        scope.create(memory.slice(0, size * imageLength * Float.BYTES), shape, DataType.FLOAT32);
                int firstOfBatch = first;
                use.accept(first, Recording.suspended(() -> model.apply(firstOfBatch, batch)));
            }
        }
    }

    private NDArray likeliest(int first, NDArray batch) {
        return predictor.logProbabilities(batch);
    }

    /** ln of the mean of p over samples; each image draws from streams of its own, whatever batch it is in. */
    private NDArray mean(NDArray batch, int first, int samples, long seed) {
        NDArray sum = batch.getManager().create(0f);
        for (int sample = 0; sample < samples; sample++) {
            int drawn = sample;
            long[] streams = LongStream.range(first, first + batch.getShape().get(0))
                    .map(image -> RandomDraw.of(seed, image, drawn).nextLong())
                    .toArray();
            sum = sum.add(predictor.logProbabilities(batch, streams).exp());
        }
        return sum.div(samples).add(LEAST).log();
    }

    /** The most probable class of every pixel of [image, class, row, column]. */
    static byte[] labelsOf(NDArray logarithms) {
        byte[] labels =
                new byte[(int) (logarithms.size() / logarithms.getShape().get(CLASS_AXIS))];
        copyLabels(logarithms, labels, 0);
        return labels;
    }

    private static void copyLabels(NDArray logarithms, byte[] labels, int firstImage) {
        NDArray classes = logarithms.argMax(CLASS_AXIS).toType(DataType.UINT8, false);
        int imageLength = (int) (classes.size() / classes.getShape().get(0));
        classes.toByteBuffer(true).get(labels, firstImage * imageLength, (int) classes.size());
    }

    private static void copyFloats(NDArray array, float[] floats, int firstImage) {
        int imageLength = (int) (array.size() / array.getShape().get(0));
        array.toByteBuffer(true).asFloatBuffer().get(floats, firstImage * imageLength, (int) array.size());
    }
}
