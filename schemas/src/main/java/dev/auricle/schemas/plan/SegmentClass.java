package dev.auricle.schemas.plan;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One class that the network learns; its number is its place in the plan's list, counted from 1 (0 is background).
 *
 * @param name the class in reports and on screens
 * @param category the segmented property's category, such as (91723000, SCT, Anatomical structure)
 * @param type the segmented property's type, such as (82471001, SCT, Left atrium); an annotation with this code is of this class
 * @param labels regular expressions, not case sensitive, for segment labels and ROI names that are of this class
 */
public record SegmentClass(String name, Code category, Code type, List<String> labels) {
    private static final int LONGEST_SEGMENT_LABEL = 64;

    /** Refuses an empty or overlong name and expressions that do not parse. */
    public SegmentClass {
        if (name.isBlank() || name.length() > LONGEST_SEGMENT_LABEL) {
            throw new IllegalArgumentException(
                    "name '" + name + "' must have 1 to " + LONGEST_SEGMENT_LABEL + " characters");
        }
        labels = List.copyOf(labels);
        labels.forEach(SegmentClass::compile);
    }

    /** Whether an annotation so labelled is of this class. */
    public boolean matchesLabel(String label) {
        return labels.stream()
                .anyMatch(expression -> compile(expression).matcher(label).matches());
    }

    private static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException(
                    "labels: '" + expression + "' is not a regular expression: " + malformed.getDescription());
        }
    }
}
