package dev.auricle.deploy.simulate;

/** A form filled with a tissue. */
record Part(Shape shape, Tissue tissue) {}
