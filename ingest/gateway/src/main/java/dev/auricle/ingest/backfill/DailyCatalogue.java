package dev.auricle.ingest.backfill;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/** A catalogue that is read day by day: no archive is asked for everything at once, and many answer only so much. */
abstract class DailyCatalogue implements Catalogue {
    @Override
    public final void read(Selection selection, Consumer<Portion> taker) {
        for (int number = 1; number <= selection.days(); number++) {
            var day = selection.from().plusDays(number - 1L);
            taker.accept(new Portion(day.toString(), number, selection.days(), series(day, selection)));
        }
    }

    /** The studies of a day, YYYYMMDD; if a modality is given, those with a series of it. */
    abstract List<DataSet> studies(String day, List<String> modality);

    /** The series of a study. */
    abstract List<DataSet> series(String study);

    private List<SeriesEntry> series(LocalDate day, Selection selection) {
        return studies(day.format(DateTimeFormatter.BASIC_ISO_DATE), selection.singleModality()).stream()
                .map(study -> study.require(Tags.STUDY_INSTANCE_UID).string())
                .flatMap(study -> series(study).stream().map(series -> SeriesEntry.of(study, series)))
                .filter(selection::takes)
                .toList();
    }
}
