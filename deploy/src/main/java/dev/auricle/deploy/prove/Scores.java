package dev.auricle.deploy.prove;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the patients of a test set were segmented.
 *
 * @param globalDice mean over all patients
 * @param siteDice mean over each site's patients
 */
public record Scores(double globalDice, Map<String, Double> siteDice) {

    /** One patient's Dice, in three dimensions and the images' own voxels, mean over the classes. */
    public record PatientScore(String site, double dice) {}

    /** Of so many patients. */
    static Scores of(List<PatientScore> patients) {
        var siteDice = new LinkedHashMap<String, Double>();
        patients.stream()
                .map(PatientScore::site)
                .distinct()
                .forEach(site -> siteDice.put(
                        site,
                        mean(patients.stream()
                                .filter(patient -> patient.site().equals(site))
                                .toList())));
        return new Scores(mean(patients), siteDice);
    }

    private static double mean(List<PatientScore> patients) {
        return patients.stream().mapToDouble(PatientScore::dice).average().orElse(Double.NaN);
    }
}
