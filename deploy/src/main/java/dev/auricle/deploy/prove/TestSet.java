package dev.auricle.deploy.prove;

import dev.auricle.deploy.observe.OverlaySheet;
import dev.auricle.deploy.prove.Scores.PatientScore;
import dev.auricle.deploy.supply.HospitalStudies;
import dev.auricle.dicom.space.Geometry;
import dev.auricle.dicom.space.Mask;
import dev.auricle.inference.segment.WayBack;
import dev.auricle.ingest.prepare.PreparedStack;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Images;
import dev.auricle.learning.learn.Segmenter;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import dev.auricle.schemas.plan.Plan;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The withheld patients, prepared once; any model can be measured on them, in the images' own voxels. */
public final class TestSet {
    private static final int BATCH = 8;

    private final Plan plan;
    private final List<Prepared> cases;

    /** A case and its slices as the network takes them. */
    private record Prepared(TestCase test, PreparedStack stack) {}

    /** The withheld studies of all hospitals. */
    public TestSet(List<HospitalStudies> hospitals, Plan plan) {
        this.plan = plan;
        cases = hospitals.stream()
                .flatMap(hospital ->
                        hospital.heldOut().stream().flatMap(study -> TestCase.of(hospital.name(), study, plan)))
                .map(test -> new Prepared(test, PreparedStack.of(test.volume(), plan.preprocessing())))
                .toList();
    }

    /** How many series there are to measure on. */
    public int size() {
        return cases.size();
    }

    /** How a model does. */
    public Scores measure(LearningEngine engine, Method method, View view) {
        try (var segmenter = new Segmenter(engine, method, view, BATCH)) {
            return measure(prepared -> segment(segmenter, prepared.stack()));
        }
    }

    /**
     * How the same mask for everybody does.
     *
     * @param mask class numbers of one slice, [row, column] of the plan's size
     */
    public Scores measureConstant(byte[] mask) {
        return measure(prepared -> {
            var labels = new byte[prepared.stack().geometry().voxels()];
            for (int at = 0; at < labels.length; at += mask.length) {
                System.arraycopy(mask, 0, labels, at, mask.length);
            }
            return labels;
        });
    }

    /**
     * How masks that were delivered do.
     *
     * @param delivered by series, class numbers on the geometry of the images; a series without counts as empty
     */
    public Scores measureDelivered(Map<String, byte[]> delivered) {
        return Scores.of(cases.stream()
                .map(prepared -> {
                    var test = prepared.test();
                    var empty = new byte[test.truth().labels().length];
                    var labels = delivered.getOrDefault(test.series(), empty);
                    return new PatientScore(
                            test.site(), test.dice(labels, plan.classes().size()));
                })
                .toList());
    }

    /**
     * What was delivered beside what is there, to be looked at.
     *
     * @param delivered as {@link #measureDelivered} takes it
     */
    public List<OverlaySheet.Row> pictures(Map<String, byte[]> delivered) {
        return cases.stream()
                .map(Prepared::test)
                .map(test -> {
                    var geometry = test.volume().geometry();
                    var found = delivered.getOrDefault(test.series(), new byte[geometry.voxels()]);
                    double dice = test.dice(found, plan.classes().size());
                    return new OverlaySheet.Row(
                            String.format(Locale.ROOT, "%s   Dice %.3f", test.site(), dice),
                            test.volume(),
                            test.truth(),
                            new Mask(geometry, found));
                })
                .toList();
    }

    /** The grid of a series' images. */
    public Map<String, Geometry> geometries() {
        return cases.stream()
                .map(Prepared::test)
                .collect(
                        Collectors.toMap(TestCase::series, test -> test.volume().geometry(), (one, same) -> one));
    }

    private Scores measure(Function<Prepared, byte[]> segment) {
        return Scores.of(cases.stream()
                .map(prepared -> {
                    var test = prepared.test();
                    var back = WayBack.onto(
                            test.volume().geometry(), prepared.stack().geometry(), segment.apply(prepared));
                    return new PatientScore(
                            test.site(), test.dice(back.labels(), plan.classes().size()));
                })
                .toList());
    }

    private static byte[] segment(Segmenter segmenter, PreparedStack stack) {
        var geometry = stack.geometry();
        return segmenter.segment(new Images(stack.image(), geometry.slices(), geometry.rows(), geometry.columns()));
    }
}
