package dev.auricle.learning.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The values of all parameters of a model: what is learned, sent, merged and loaded.
 *
 * <p>The tensors lie end to end, each row-major, in the order of the layout. So the model is one vector, and the
 * federation cuts its shards from {@link #vector()} without knowing where a tensor ends. Immutable: arrays go in and out
 * as copies, except where a method says otherwise.
 */
public final class ModelState {

    private static final int HASHED_FLOATS = 16 * 1024;

    private final Layout layout;
    private final float[] values;

    private ModelState(Layout layout, float[] values) {
        if (values.length != layout.parameters()) {
            throw new UnableToFitState(
                    "the layout has " + layout.parameters() + " parameters, the vector " + values.length);
        }
        this.layout = layout;
        this.values = values;
    }

    /** A model from its vector, which the caller gives away: it is kept, not copied. */
    public static ModelState of(Layout layout, float[] vector) {
        return new ModelState(layout, vector);
    }

    /** A model from its tensors in order. */
    public static ModelState of(List<Tensor> tensors) {
        Layout layout = new Layout(tensors.stream().map(Tensor::shape).toList());
        FloatBuffer vector = FloatBuffer.allocate(layout.parameters());
        tensors.forEach(tensor -> vector.put(tensor.values()));
        return new ModelState(layout, vector.array());
    }

    /** Names, shapes and order. */
    public Layout layout() {
        return layout;
    }

    /** How many floats there are. */
    public int parameters() {
        return values.length;
    }

    /** A read-only view of all values; position 0 is the first float of the first tensor. */
    public FloatBuffer vector() {
        return FloatBuffer.wrap(values).asReadOnlyBuffer();
    }

    /** A copy of one tensor. */
    public Tensor tensor(String name) {
        TensorShape shape = layout.shapeOf(name);
        int offset = layout.offsetOf(name);
        return new Tensor(shape, Arrays.copyOfRange(values, offset, offset + shape.size()));
    }

    /** Copies of all tensors in order. */
    public List<Tensor> tensors() {
        return layout.tensors().stream().map(shape -> tensor(shape.name())).toList();
    }

    /** False as soon as one value is NaN or infinite: such a model must not be sent. */
    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** SHA-256 in hexadecimal of {@link Layout#canonicalText} in UTF-8 and then the floats, IEEE 754, little endian. */
    public String sha256() {
        MessageDigest digest = newSha256();
        digest.update(layout.canonicalText().getBytes(StandardCharsets.UTF_8));
        ByteBuffer block = ByteBuffer.allocate(HASHED_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += HASHED_FLOATS) {
            int length = Math.min(HASHED_FLOATS, values.length - from);
            block.asFloatBuffer().put(values, from, length);
            digest.update(block.array(), 0, length * Float.BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Same layout, same bits. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ModelState that && layout.equals(that.layout) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * layout.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return layout.toString();
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
