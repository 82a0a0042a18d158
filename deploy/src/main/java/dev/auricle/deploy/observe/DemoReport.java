package dev.auricle.deploy.observe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the demo has to tell, for machines. Dice is of whole patients in the images' own voxels, on patients that
 * nobody learned from.
 *
 * @param sites what came in
 * @param rounds how learning went
 * @param results what went out
 * @param test the delivered segmentations against the truth
 * @param comparison against what would have been without the federation; only where it was asked for
 * @param seconds from the first server's start
 * @param peakRssMb the process's largest resident set
 */
public record DemoReport(
        List<Site> sites,
        List<Round> rounds,
        List<Result> results,
        Model model,
        Test test,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Comparison comparison,
        double seconds,
        long peakRssMb) {

    /** One hospital: studies and series of images received, slices to learn from, series rejected. */
    public record Site(String name, int studies, int series, int slices, int rejected) {}

    /** One round: how many sites took part, and how its model does on the test set. */
    public record Round(int number, int participants, double globalDice, Map<String, Double> siteDice) {}

    /** One segmentation: of which study and series, how much was found, under which names it was delivered. */
    public record Result(String study, String series, double volumeMl, String segUid, String fhirReport) {}

    /** The released model. */
    public record Model(String version, String sha256, long parameters) {}

    /** Mean Dice over all patients and over each site's. */
    public record Test(double globalDice, Map<String, Double> siteDice) {}

    /** The same for a mask that never looks, and for each site's own model. */
    public record Comparison(Test constantMask, Map<String, Test> ownModels) {}

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }
}
