package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.Documents;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.log.ReceivedInstance;
import dev.auricle.schemas.log.UnableToReadLog;
import dev.auricle.schemas.plan.Annotations;
import dev.auricle.schemas.record.Reason;
import java.util.List;

/** Reads the annotation objects of a series. What cannot be read, or must not be learned from, is a value. */
final class ReadDrawing {
    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT);

    private ReadDrawing() {}

    /** What reading leads to. */
    sealed interface Result {}

    /** The objects. */
    record Read(List<Drawing> drawings) implements Result {}

    /** Why one of them is no annotation. */
    record Useless(Reason reason) implements Result {}

    static Result of(Series annotation, SiteLog log, Annotations rule) {
        try {
            var objects = annotation.instances().stream()
                    .filter(instance -> Documents.mayAnnotate(instance.getSopClassUid()))
                    .map(instance -> read(log.instance(instance.getLog())))
                    .toList();
            if (objects.stream().anyMatch(OwnResult::is)) {
                return useless(Refusal.OWN_RESULT, "Auricle segmented it itself; nobody has annotated anything.");
            }
            var drawings = objects.stream()
                    .map(object -> Drawings.of(object, rule))
                    .filter(drawing -> !drawing.isBlank())
                    .toList();
            return drawings.isEmpty()
                    ? useless(Refusal.NO_REGIONS, "There are no regions in it; nothing is wrong with that.")
                    : new Read(drawings);
        } catch (DicomException | UnableToReadLog unreadable) {
            return useless(
                    Refusal.UNREADABLE_ANNOTATION, "The annotation cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private static Useless useless(Refusal refusal, String sentence) {
        return new Useless(refusal.because(sentence));
    }

    private static DataSet read(ReceivedInstance instance) {
        var syntax = TransferSyntax.of(instance.transferSyntaxUid())
                .orElseThrow(() -> new UnableToReadAnnotation("its transfer syntax is unknown"));
        return READER.read(Bytes.wrap(instance.data().toByteArray()), syntax);
    }
}
