package dev.auricle.deploy.prove;

import dev.auricle.deploy.supply.Instance;
import dev.auricle.deploy.supply.Study;
import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.space.VolumeReader;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.ingest.label.Canvas;
import dev.auricle.ingest.label.Drawings;
import dev.auricle.ingest.label.Labelling;
import dev.auricle.learning.measure.ConfusionCounts;
import dev.auricle.schemas.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A series that was withheld from learning, and what is to be found in it.
 *
 * @param series Series Instance UID
 * @param truth class numbers on the volume's geometry
 */
record TestCase(String site, String series, Volume volume, Mask truth) {

    /** The cases of a study: its series that are a stack and whose truth is known. */
    static Stream<TestCase> of(String site, Study study, Plan plan) {
        return study.images().stream()
                .map(images -> of(site, study, images, plan))
                .flatMap(Optional::stream);
    }

    /** Dice of a mask on the same geometry, mean over the classes. */
    double dice(byte[] labels, int classes) {
        var counts = new ConfusionCounts(classes + 1);
        counts.add(truth.labels(), labels);
        return counts.meanForegroundDice();
    }

    private static Optional<TestCase> of(String site, Study study, List<Instance> images, Plan plan) {
        var files = images.stream().map(Instance::read).toList();
        if (!(VolumeReader.read(files) instanceof Volume.Assembled assembled)) {
            return Optional.empty();
        }
        var first = files.get(0).dataSet();
        var volume = assembled.volume();
        return study.truth()
                .or(() -> drawn(study, stack(files, assembled), plan))
                .map(truth -> new TestCase(
                        site, first.require(Tags.SERIES_INSTANCE_UID).string(), volume, truth));
    }

    private static ImageStack stack(List<DicomFile> files, Volume.Assembled assembled) {
        var frames = files.stream()
                .flatMap(file -> ImageReference.framesOf(file.dataSet()).stream())
                .toList();
        return ImageStack.of(
                assembled.volume().geometry(),
                files.get(0)
                        .dataSet()
                        .find(Tags.FRAME_OF_REFERENCE_UID)
                        .map(Value::string)
                        .orElse(""),
                assembled.order().stream().map(frames::get).toList());
    }

    private static Optional<Mask> drawn(Study study, ImageStack images, Plan plan) {
        var drawings = study.annotations().stream()
                .map(annotation -> Drawings.of(annotation.read().dataSet(), plan.annotations()))
                .toList();
        return Labelling.of(Canvas.of(images, plan, drawings), drawings).map(Labelling::mask);
    }
}
