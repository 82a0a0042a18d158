package dev.auricle.ingest.check;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Nothing was born, examined or acquired after today: a scanner whose clock is wrong makes intervals that are wrong. A
 * day more is taken, for dates are local and the clock may be elsewhere. What is no date is nobody's future.
 */
public final class PastDates implements Rule<DataSet> {
    private static final List<Tag> DATES = List.of(
            Tags.INSTANCE_CREATION_DATE,
            Tags.STUDY_DATE,
            Tags.SERIES_DATE,
            Tags.ACQUISITION_DATE,
            Tags.CONTENT_DATE,
            Tags.PATIENT_BIRTH_DATE,
            Tags.PERFORMED_PROCEDURE_STEP_START_DATE);

    private final Clock clock;

    /** By this clock. */
    public PastDates(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Refusal refusal() {
        return Refusal.FUTURE_DATE;
    }

    @Override
    public Optional<String> against(DataSet image) {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return DATES.stream()
                .filter(tag -> date(image, tag).filter(tomorrow::isBefore).isPresent())
                .findFirst()
                .map(tag -> Dictionary.standard().keyword(tag) + " lies in the future.");
    }

    private static Optional<LocalDate> date(DataSet image, Tag tag) {
        try {
            return image.find(tag).map(Value::date);
        } catch (UnableToReadValue none) {
            return Optional.empty();
        }
    }
}
