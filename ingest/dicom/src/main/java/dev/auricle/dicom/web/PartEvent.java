package dev.auricle.dicom.web;

import io.vertx.core.buffer.Buffer;

/** What comes next in a body of several parts. */
sealed interface PartEvent {
    PartEvent ENDS = new Ends();

    /** A part begins. */
    record Begins(PartHeaders headers) implements PartEvent {}

    /** A piece of the part that has begun; never empty. */
    record Piece(Buffer bytes) implements PartEvent {}

    /** The part is whole. */
    record Ends() implements PartEvent {}
}
