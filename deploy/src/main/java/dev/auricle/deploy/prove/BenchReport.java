package dev.auricle.deploy.prove;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a benchmark found.
 *
 * @param name which benchmark
 * @param gates what had to hold
 * @param ratios what is worth knowing and need not hold
 * @param measurements what was measured, in the order of the runs
 */
public record BenchReport(String name, List<Gate> gates, List<Ratio> ratios, List<? extends Record> measurements) {

    /**
     * Something that has to hold.
     *
     * @param value measured
     * @param threshold the least that passes
     */
    public record Gate(String id, double value, double threshold, boolean pass) {
        /** Passes when the value is not below the threshold. */
        static Gate atLeast(String id, double value, double threshold) {
            return new Gate(id, value, threshold, value >= threshold);
        }
    }

    /** Something that was found and has no threshold. */
    public record Ratio(String id, double value) {}

    /** Whether everything held. */
    public boolean passed() {
        return gates.stream().allMatch(Gate::pass);
    }

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }
}
