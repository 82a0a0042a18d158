package dev.auricle.ingest.backfill;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;

/**
 * A series in an archive's catalogue.
 *
 * @param study Study Instance UID
 * @param series Series Instance UID
 * @param instances Number of Series Related Instances; 0 where the archive does not tell
 */
public record SeriesEntry(String study, String series, String modality, int instances) {
    /** The attributes that an entry is made of, beside the study's UID. */
    static final Tag[] ATTRIBUTES = {Tags.SERIES_INSTANCE_UID, Tags.MODALITY, Tags.NUMBER_OF_SERIES_RELATED_INSTANCES};

    /** Out of an answer about a series of this study. */
    static SeriesEntry of(String study, DataSet answer) {
        return new SeriesEntry(
                study,
                answer.require(Tags.SERIES_INSTANCE_UID).string(),
                answer.find(Tags.MODALITY).map(Value::string).orElse(""),
                answer.find(Tags.NUMBER_OF_SERIES_RELATED_INSTANCES)
                        .map(value -> value.integer())
                        .orElse(0));
    }

    /** Without the UIDs, which are a patient's. */
    @Override
    public String toString() {
        return "a series of " + instances + " " + modality;
    }
}
