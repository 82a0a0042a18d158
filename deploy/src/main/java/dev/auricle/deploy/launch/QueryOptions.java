package dev.auricle.deploy.launch;

import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.query.Query;
import dev.auricle.dicom.query.QueryLevel;
import dev.auricle.dicom.query.QueryRoot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What a DICOM command asks an archive for. */
final class QueryOptions {
    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            defaultValue = "STUDY",
            description = "Level: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private QueryLevel level;

    @Option(names = "--patient-root", description = "Ask in the patient root instead of the study root.")
    private boolean patientRoot;

    @Option(
            names = {"-k", "--key"},
            paramLabel = "KEYWORD[=VALUE]",
            description = "An attribute that must match (StudyDate=20240101-, UIDs apart by a backslash), or only is to"
                    + " be answered (StudyDate).")
    private List<String> keys = List.of();

    /** The attributes named, in the order of the command line, with their values; no value stands for any. */
    Map<Tag, List<String>> keys() {
        var tags = new LinkedHashMap<Tag, List<String>>();
        for (var key : keys) {
            var parts = key.split("=", 2);
            tags.put(tag(parts[0]), parts.length == 1 ? List.of() : List.of(parts[1].split("\\\\", -1)));
        }
        return tags;
    }

    Query query() {
        try {
            var query = Query.of(level)
                    .in(patientRoot || level == QueryLevel.PATIENT ? QueryRoot.PATIENT : QueryRoot.STUDY);
            for (var key : keys().entrySet()) {
                query = key.getValue().isEmpty()
                        ? query.returning(key.getKey())
                        : query.matching(key.getKey(), key.getValue().toArray(String[]::new));
            }
            query.identifier();
            return query;
        } catch (DicomException unfit) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(unfit.getMessage()), unfit);
        }
    }

    private static Tag tag(String keyword) {
        return Dictionary.standard()
                .tag(keyword)
                .orElseThrow(() -> new CommandFailed(ExitCode.USAGE, "there is no attribute " + keyword));
    }
}
