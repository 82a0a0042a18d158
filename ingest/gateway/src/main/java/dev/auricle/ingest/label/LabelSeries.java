package dev.auricle.ingest.label;

import dev.auricle.dicom.annotation.ImageReference;
import dev.auricle.dicom.annotation.ImageStack;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.CheckSeries;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.KnownSeries;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Brings the images and the annotations of a study together, whichever comes first.
 *
 * <ul>
 *   <li>Images that an annotation was drawn on are to be learned from.
 *   <li>Images that none has come for within the wait are to be segmented; one that comes later makes them samples still.
 *   <li>An annotation that no images have come for within the wait is refused, and heard again when they do come.
 *   <li>Images that are turned over against others of their study are refused; so is an annotation, and forgotten, that
 *       breaks a rule on images that it was drawn on.
 * </ul>
 */
public final class LabelSeries implements Processor<String, Verdict, String, Work> {
    /** The store it needs. */
    public static final String STORE = StudyMemory.STORE;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TICKS_A_WAIT = 8;

    private final Plan plan;
    private final LabelConfig config;
    private final Supplier<SiteLog> openLog;
    private final CheckSeries check;
    private final SameWayUp sameWayUp = new SameWayUp();
    private final List<Rule<Shown>> ofLabels;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Work> context;

    @SuppressWarnings("NullAway.Init")
    private StudyMemory studies;

    @SuppressWarnings("NullAway.Init")
    private SiteLog log;

    /** Labels by a plan's classes, reading from the log that {@code openLog} opens. */
    public LabelSeries(Plan plan, LabelConfig config, Supplier<SiteLog> openLog) {
        this.plan = plan;
        this.config = config;
        this.openLog = openLog;
        check = new CheckSeries(plan);
        ofLabels = List.of(new SomethingDrawn(plan.quality().emptyLabels()), new VolumeInRange(plan));
    }

    @Override
    public void init(ProcessorContext<String, Work> context) {
        this.context = context;
        studies = new StudyMemory(context);
        log = openLog.get();
        var tick = config.annotationWait().dividedBy(TICKS_A_WAIT).plusMillis(1);
        context.schedule(tick, PunctuationType.WALL_CLOCK_TIME, this::endWaits);
        context.schedule(
                HOUR,
                PunctuationType.WALL_CLOCK_TIME,
                now -> studies.forgetBefore(now - config.forgetAfter().toMillis()));
    }

    @Override
    public void close() {
        log.close();
    }

    @Override
    public void process(Record<String, Verdict> checked) {
        var verdict = checked.value();
        if (verdict instanceof Verdict.Image image) {
            process(checked, image);
        } else if (verdict instanceof Verdict.Annotation annotation) {
            meetImages(remember(known(checked, true)), annotation);
        } else if (verdict instanceof Verdict.Rejected rejected) {
            forward(rejected.series(), Traces.in(checked.headers()), new Work.Refuse(rejected));
        }
    }

    private void process(Record<String, Verdict> checked, Verdict.Image image) {
        var fresh = Orientations.with(known(checked, false), image);
        var flipped = Rule.examine(List.of(sameWayUp), Orientations.beside(fresh, studies.imagesBeside(fresh)));
        if (flipped.isEmpty()) {
            meetAnnotations(remember(fresh), image);
        } else {
            refuse(image.series(), fresh.getTrace(), flipped);
        }
    }

    /** Images have come: they are samples if annotations for them are there, else they wait. */
    private void meetAnnotations(KnownSeries series, Verdict.Image image) {
        if (!train(series, image)) {
            studies.put(waiting(series));
        }
    }

    /** An annotation has come: all images of the study that it was drawn on are samples now. */
    private void meetImages(KnownSeries series, Verdict.Annotation annotation) {
        var read = ReadDrawing.of(annotation.series(), log, plan.annotations());
        if (read instanceof ReadDrawing.Useless useless) {
            refuse(annotation.series(), series.getTrace(), List.of(useless.reason()));
            return;
        }
        studies.put(waiting(series));
        for (var images : studies.imagesBeside(series)) {
            if (check.examine(log.series(images.getAssembled())) instanceof Verdict.Image image) {
                train(images, image);
            }
        }
    }

    /** Makes samples of images if annotations were drawn on them; whether there were any. */
    private boolean train(KnownSeries series, Verdict.Image image) {
        var annotations = shown(series, image);
        var labelling = Labelling.of(
                image.geometry(),
                annotations.values().stream().flatMap(List::stream).toList());
        labelling.ifPresent(found -> {
            var trained = met(series).toBuilder()
                    .setSampleRevision(series.getSampleRevision() + 1)
                    .build();
            studies.put(trained);
            annotations.keySet().forEach(annotation -> studies.put(met(annotation)));
            var places =
                    annotations.keySet().stream().map(KnownSeries::getAssembled).toList();
            forward(
                    image.series(),
                    series.getTrace(),
                    new Work.Train(image, found, places, trained.getSampleRevision()));
        });
        return labelling.isPresent();
    }

    /** What the annotations of the study show of images, as far as they are taken; the oldest first. */
    private Map<KnownSeries, List<Shown>> shown(KnownSeries series, Verdict.Image image) {
        var drawings = new LinkedHashMap<KnownSeries, List<Drawing>>();
        studies.annotationsBeside(series).forEach(annotation -> drawings.put(annotation, drawings(annotation)));
        var all = drawings.values().stream().flatMap(List::stream).toList();
        var canvas = Canvas.of(stack(image), plan, all);
        var taken = new LinkedHashMap<KnownSeries, List<Shown>>();
        drawings.forEach((annotation, drawn) -> {
            var shown = Shown.of(canvas, drawn);
            if (!shown.isEmpty() && takes(annotation, shown)) {
                taken.put(annotation, shown);
            }
        });
        return taken;
    }

    private List<Drawing> drawings(KnownSeries annotation) {
        return ReadDrawing.of(log.series(annotation.getAssembled()), log, plan.annotations())
                        instanceof ReadDrawing.Read read
                ? read.drawings()
                : List.of();
    }

    private static ImageStack stack(Verdict.Image image) {
        var instances = image.series().instances();
        return ImageStack.of(
                image.geometry(),
                image.series().head().getFrameOfReferenceUid(),
                image.slices().stream()
                        .map(slice -> new ImageReference(
                                instances.get(slice.instance()).getSopInstanceUid(), slice.frame() + 1))
                        .toList());
    }

    /** Takes an annotation that breaks no rule; refuses and forgets one that does. */
    private boolean takes(KnownSeries annotation, List<Shown> shown) {
        var reasons = shown.stream()
                .flatMap(each -> Rule.examine(ofLabels, each).stream())
                .distinct()
                .toList();
        if (!reasons.isEmpty()) {
            studies.forget(annotation);
            refuse(log.series(annotation.getAssembled()), annotation.getTrace(), reasons);
        }
        return reasons.isEmpty();
    }

    private void endWaits(long now) {
        for (var waited : studies.waitedUntil(now)) {
            studies.put(met(waited));
            var series = log.series(waited.getAssembled());
            if (waited.getAnnotation()) {
                refuse(
                        series,
                        waited.getTrace(),
                        List.of(Refusal.NO_MATCHING_SERIES.because("There are no images that it was drawn on.")));
            } else if (check.examine(series) instanceof Verdict.Image image) {
                forward(series, waited.getTrace(), new Work.Infer(image));
            }
        }
    }

    private KnownSeries known(Record<String, Verdict> checked, boolean annotation) {
        var series = checked.value().series();
        return KnownSeries.newBuilder()
                .setSite(series.site())
                .setStudyInstanceUid(series.study())
                .setSeriesInstanceUid(series.uid())
                .setAnnotation(annotation)
                .setAssembled(series.assembled())
                .setTrace(Traces.in(checked.headers()))
                .setSeenAtMs(context.currentSystemTimeMs())
                .build();
    }

    private KnownSeries remember(KnownSeries fresh) {
        int revision = studies.find(fresh).map(KnownSeries::getSampleRevision).orElse(0);
        var known = fresh.toBuilder().setSampleRevision(revision).build();
        studies.put(known);
        return known;
    }

    private KnownSeries waiting(KnownSeries series) {
        return series.toBuilder()
                .setWaitsUntilMs(
                        context.currentSystemTimeMs() + config.annotationWait().toMillis())
                .build();
    }

    private static KnownSeries met(KnownSeries series) {
        return series.toBuilder().setWaitsUntilMs(0).build();
    }

    private void refuse(Series series, String trace, List<Reason> reasons) {
        forward(series, trace, new Work.Refuse(new Verdict.Rejected(series, reasons)));
    }

    private void forward(Series series, String trace, Work work) {
        context.forward(new Record<>(series.uid(), work, context.currentSystemTimeMs(), Traces.of(trace)));
    }
}
