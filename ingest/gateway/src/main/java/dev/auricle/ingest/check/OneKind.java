package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.InstanceKind;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instances are of one kind: objects of one class from one modality in one coordinate system, all original or all
 * derived, without localizers among slices; and where several lie in one place, they are not different echoes, times or
 * acquisitions. What an instance does not say it has as the others.
 */
final class OneKind implements Rule<Series> {
    /** Pixel data characteristics, patient examination characteristics, what the image is of (PS3.3, C.7.6.1.1.2). */
    private static final int ROLE_VALUES = 3;

    /** Said only by instances that have it otherwise than their series. */
    private static final List<Aspect> OF_SERIES = List.of(
            new Aspect(Tags.MODALITY, InstanceKind::getModality),
            new Aspect(Tags.FRAME_OF_REFERENCE_UID, InstanceKind::getFrameOfReferenceUid));

    private static final List<Aspect> OF_ALL = List.of(new Aspect(
            Tags.IMAGE_TYPE, kind -> joined(kind.getImageTypeList().stream().limit(ROLE_VALUES))));

    private static final List<Aspect> OF_ONE_PLACE = List.of(
            new Aspect(
                    Tags.IMAGE_TYPE,
                    kind -> joined(kind.getImageTypeList().stream().skip(ROLE_VALUES))),
            new Aspect(Tags.ECHO_NUMBERS, InstanceKind::getEchoNumbers),
            new Aspect(Tags.TEMPORAL_POSITION_IDENTIFIER, InstanceKind::getTemporalPositionIdentifier),
            new Aspect(Tags.TRIGGER_TIME, InstanceKind::getTriggerTime),
            new Aspect(Tags.ACQUISITION_NUMBER, InstanceKind::getAcquisitionNumber));

    /** An attribute, and what an instance has of it. */
    private record Aspect(Tag tag, Function<InstanceKind, String> value) {
        boolean isSaid(Collection<SeriesInstance> instances) {
            return said(instances) > 0;
        }

        boolean differs(Collection<SeriesInstance> instances) {
            return said(instances) > 1;
        }

        private long said(Collection<SeriesInstance> instances) {
            return instances.stream()
                    .map(instance -> value.apply(instance.getKind()))
                    .filter(said -> !said.isEmpty())
                    .distinct()
                    .count();
        }

        String keyword() {
            return Dictionary.standard().keyword(tag);
        }
    }

    @Override
    public Refusal refusal() {
        return Refusal.MIXED_SERIES;
    }

    @Override
    public Optional<String> against(Series series) {
        var sentences = Stream.of(
                        sentence("Instances differ in ", ofAll(series.instances())),
                        sentence("Images of one place differ in ", ofOnePlace(series.instances())))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return Optional.of(sentences).filter(said -> !said.isEmpty());
    }

    private static List<String> ofAll(List<SeriesInstance> instances) {
        var differing = new ArrayList<String>();
        var classes = instances.stream()
                .map(SeriesInstance::getSopClassUid)
                .distinct()
                .map(Uids::name)
                .toList();
        if (classes.size() > 1) {
            differing.add("SOPClassUID (" + String.join(", ", classes) + ")");
        }
        OF_SERIES.stream()
                .filter(aspect -> aspect.isSaid(instances))
                .map(Aspect::keyword)
                .forEach(differing::add);
        OF_ALL.stream()
                .filter(aspect -> aspect.differs(instances))
                .map(Aspect::keyword)
                .forEach(differing::add);
        return differing;
    }

    private static List<String> ofOnePlace(List<SeriesInstance> instances) {
        var places = instances.stream()
                .filter(SeriesInstance::hasPlane)
                .collect(Collectors.groupingBy(OneKind::place))
                .values();
        return OF_ONE_PLACE.stream()
                .filter(aspect -> places.stream().anyMatch(aspect::differs))
                .map(Aspect::keyword)
                .toList();
    }

    /** To a hundredth of a millimetre. */
    private static String place(SeriesInstance instance) {
        var position = instance.getPlane().getPosition();
        return String.format(Locale.ROOT, "%.2f %.2f %.2f", position.getX(), position.getY(), position.getZ());
    }

    private static Optional<String> sentence(String beginning, List<String> differing) {
        return differing.isEmpty() ? Optional.empty() : Optional.of(beginning + String.join(", ", differing) + ".");
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("\\"));
    }
}
