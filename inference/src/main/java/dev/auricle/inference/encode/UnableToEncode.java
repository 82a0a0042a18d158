package dev.auricle.inference.encode;

import dev.auricle.inference.InferenceException;

/** A segmentation cannot be made into an object that others read. */
public final class UnableToEncode extends InferenceException {
    UnableToEncode(String message) {
        super(message);
    }
}
