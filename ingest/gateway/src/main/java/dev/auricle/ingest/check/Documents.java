package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.presentation.PresentationStateReader;
import dev.auricle.dicom.report.ReportReader;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells objects that annotate images, and others that have no pixels by nature, from images. */
public final class Documents {
    /** The SOP classes that may say what is where in an image. */
    private static final Set<String> ANNOTATIONS = Stream.of(
                    Set.of(
                            SopClass.SEGMENTATION.uid(),
                            SopClass.LABEL_MAP_SEGMENTATION.uid(),
                            SopClass.RT_STRUCTURE_SET.uid()),
                    ReportReader.SOP_CLASSES,
                    PresentationStateReader.SOP_CLASSES)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Presentation states, structured reports with key objects and doses, encapsulated documents (PS3.4, B.5). */
    private static final Set<String> FAMILIES =
            Set.of("1.2.840.10008.5.1.4.1.1.11.", "1.2.840.10008.5.1.4.1.1.88.", "1.2.840.10008.5.1.4.1.1.104.");

    private Documents() {}

    /** Whether an instance of this SOP class may annotate images. */
    public static boolean mayAnnotate(String sopClassUid) {
        return ANNOTATIONS.contains(sopClassUid);
    }

    /** Whether all instances are documents, some of which may annotate images. */
    static boolean annotate(List<SeriesInstance> instances) {
        return areAll(instances) && sopClasses(instances).anyMatch(ANNOTATIONS::contains);
    }

    /** Whether all instances are documents. */
    public static boolean areAll(List<SeriesInstance> instances) {
        return sopClasses(instances)
                .allMatch(uid -> mayAnnotate(uid) || FAMILIES.stream().anyMatch(uid::startsWith));
    }

    private static Stream<String> sopClasses(List<SeriesInstance> instances) {
        return instances.stream().map(SeriesInstance::getSopClassUid);
    }
}
