package dev.auricle.deploy.observe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything a simulation has to tell, for machines. Dice is of each site's own patients kept for measuring. A figure that
 * a site or a method does not have is not there.
 *
 * @param method the plan's
 * @param outcome how the federation ended
 * @param sites what each had
 * @param rounds how learning went, merged rounds only
 * @param last each site's {@code globalDice} and {@code localDice} with the last model
 * @param robust the same under attack, by growing epsilon; empty where it was not asked for
 * @param model the last one
 */
public record SimulationReport(
        String federation,
        String method,
        String outcome,
        List<Site> sites,
        List<Round> rounds,
        Map<String, Map<String, Double>> last,
        List<Robust> robust,
        Model model,
        double seconds) {
    /** Keeps copies. */
    public SimulationReport {
        sites = List.copyOf(sites);
        rounds = List.copyOf(rounds);
        last = new TreeMap<>(last);
        robust = List.copyOf(robust);
    }

    /** One site: slices to learn from and to measure on. */
    public record Site(String name, int training, int validation) {}

    /**
     * One merged round.
     *
     * @param sites what each that was in it told: {@code loss}, mean of the last local epoch; {@code globalDice}, of the
     *     model that the round began with; {@code localDice}, of the site's own prediction after learning;
     *     {@code offDiagonal}, the mass of its W off the diagonal after learning
     */
    public record Round(int number, Map<String, Map<String, Double>> sites) {}

    /**
     * Dice under attack.
     *
     * @param epsilon by how much a pixel is changed at most, in z-scored units; 0: not at all
     * @param steps of the attack
     */
    public record Robust(double epsilon, int steps, Map<String, Map<String, Double>> sites) {}

    /** The last model. */
    public record Model(String version, String sha256, long parameters) {}

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }
}
