package dev.auricle.ingest.label;

import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.CheckSeries;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.KnownSeries;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.topic.Traces;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
            meetAnnotations(remember(checked, false), image);
        } else if (verdict instanceof Verdict.Annotation annotation) {
            meetImages(remember(checked, true), annotation);
        } else if (verdict instanceof Verdict.Rejected rejected) {
            forward(rejected.series(), Traces.in(checked.headers()), new Work.Refuse(rejected));
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
        var read = ReadDrawing.of(annotation.series(), log);
        if (read instanceof ReadDrawing.Useless useless) {
            refuse(annotation.series(), series.getTrace(), useless.reason());
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
        var annotations = new LinkedHashMap<KnownSeries, List<Drawing>>();
        studies.annotationsBeside(series).forEach(annotation -> annotations.put(annotation, drawings(annotation)));
        var labelling = Labelling.of(
                image.geometry(),
                image.series().head().getFrameOfReferenceUid(),
                annotations.values().stream().flatMap(List::stream).toList(),
                plan.classes());
        labelling.ifPresent(found -> {
            var trained = met(series).toBuilder()
                    .setSampleRevision(series.getSampleRevision() + 1)
                    .build();
            studies.put(trained);
            annotations.forEach((annotation, drawings) -> {
                if (!Collections.disjoint(drawings, found.drawings())) {
                    studies.put(met(annotation));
                }
            });
            forward(image.series(), series.getTrace(), new Work.Train(image, found, trained.getSampleRevision()));
        });
        return labelling.isPresent();
    }

    private List<Drawing> drawings(KnownSeries annotation) {
        return ReadDrawing.of(log.series(annotation.getAssembled()), log) instanceof ReadDrawing.Read read
                ? read.drawings()
                : List.of();
    }

    private void endWaits(long now) {
        for (var waited : studies.waitedUntil(now)) {
            studies.put(met(waited));
            var series = log.series(waited.getAssembled());
            if (waited.getAnnotation()) {
                refuse(
                        series,
                        waited.getTrace(),
                        Refusal.NO_MATCHING_SERIES.because("There are no images that it was drawn on."));
            } else if (check.examine(series) instanceof Verdict.Image image) {
                forward(series, waited.getTrace(), new Work.Infer(image));
            }
        }
    }

    private KnownSeries remember(Record<String, Verdict> checked, boolean annotation) {
        var series = checked.value().series();
        var fresh = KnownSeries.newBuilder()
                .setSite(series.site())
                .setStudyInstanceUid(series.study())
                .setSeriesInstanceUid(series.uid())
                .setAnnotation(annotation)
                .setAssembled(series.assembled())
                .setTrace(Traces.in(checked.headers()))
                .setSeenAtMs(context.currentSystemTimeMs())
                .build();
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

    private void refuse(Series series, String trace, Reason reason) {
        forward(series, trace, new Work.Refuse(new Verdict.Rejected(series, List.of(reason))));
    }

    private void forward(Series series, String trace, Work work) {
        context.forward(new Record<>(series.uid(), work, context.currentSystemTimeMs(), Traces.of(trace)));
    }
}
