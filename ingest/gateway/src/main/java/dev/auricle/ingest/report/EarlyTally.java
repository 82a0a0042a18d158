package dev.auricle.ingest.report;

import dev.auricle.schemas.record.LogRef;
import java.util.ArrayList;
import java.util.List;

/** How many instances or series were refused for one reason before they were a series in the log. */
final class EarlyTally {
    private final List<LogRef> examples = new ArrayList<>();
    private long count;

    void add(LogRef example) {
        count++;
        if (examples.size() < SiteReport.EXAMPLES) {
            examples.add(example);
        }
    }

    long count() {
        return count;
    }

    List<LogRef> examples() {
        return examples;
    }
}
