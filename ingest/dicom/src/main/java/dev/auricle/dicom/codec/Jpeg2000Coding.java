package dev.auricle.dicom.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the components of an image or a tile are coded, as its header says segment by segment (T.800, A.6). */
final class Jpeg2000Coding {
    private static final int PRECINCTS = 1;

    private final Jpeg2000Style[] styles;
    private final Jpeg2000Steps[] steps;
    private @Nullable Jpeg2000Order order;

    Jpeg2000Coding(int components) {
        styles = new Jpeg2000Style[components];
        steps = new Jpeg2000Steps[components];
    }

    /** A tile's, which begins as that of its image. */
    Jpeg2000Coding copy() {
        var copy = new Jpeg2000Coding(styles.length);
        System.arraycopy(styles, 0, copy.styles, 0, styles.length);
        System.arraycopy(steps, 0, copy.steps, 0, steps.length);
        copy.order = order;
        return copy;
    }

    void readStyle(ByteBuffer segment) {
        int flags = segment.get();
        order = Jpeg2000Order.read(flags, segment);
        Arrays.fill(styles, Jpeg2000Style.read(segment, (flags & PRECINCTS) != 0));
    }

    void readStyleOfComponent(ByteBuffer segment) {
        int component = component(segment);
        styles[component] = Jpeg2000Style.read(segment, (segment.get() & PRECINCTS) != 0);
    }

    void readSteps(ByteBuffer segment) {
        Arrays.fill(steps, Jpeg2000Steps.read(segment));
    }

    void readStepsOfComponent(ByteBuffer segment) {
        int component = component(segment);
        steps[component] = Jpeg2000Steps.read(segment);
    }

    private int component(ByteBuffer segment) {
        int component = segment.get() & 0xFF;
        if (component >= styles.length) {
            throw new UnableToDecode("coding of a component that the image does not have");
        }
        return component;
    }

    Jpeg2000Order order() {
        return required(order);
    }

    Jpeg2000Style style(int component) {
        return required(styles[component]);
    }

    Jpeg2000Steps steps(int component) {
        return required(steps[component]);
    }

    private static <T> T required(@Nullable T parameter) {
        if (parameter == null) {
            throw new UnableToDecode("the header does not say how the image is coded");
        }
        return parameter;
    }
}
