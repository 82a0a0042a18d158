package dev.auricle.ingest.prepare;

import dev.auricle.dicom.deidentify.Deidentification;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.assemble.SiteLog;
import dev.auricle.ingest.check.Verdict;
import dev.auricle.ingest.deidentify.Deidentify;
import dev.auricle.ingest.label.Work;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Reason;
import dev.auricle.schemas.record.SeriesInstance;
import dev.auricle.schemas.record.SeriesRejected;
import dev.auricle.schemas.topic.Traces;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the pixels of a series and makes samples of them, or a volume for inference. */
public final class PrepareSeries implements Processor<String, Work, String, Prepared> {
    private static final Logger LOG = LoggerFactory.getLogger(PrepareSeries.class);

    /** A rejection points at some of its instances; the series' own record points at all. */
    private static final int MOST_REFERENCES = 16;

    private final Plan plan;
    private final PrepareConfig config;
    private final Map<String, Deidentify> sites;
    private final Supplier<SiteLog> openLog;
    private final Clock clock;
    private final List<Rule<LabelInside.Laid>> ofLabels;
    private final Samples samples;
    private final Slabs slabs;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, Prepared> context;

    @SuppressWarnings("NullAway.Init")
    private SiteLog log;

    /**
     * Prepares for a plan.
     *
     * @param sites how each site's data sets are de-identified
     * @param clock knows what lies in the future
     */
    public PrepareSeries(
            Plan plan, PrepareConfig config, Map<String, Deidentify> sites, Supplier<SiteLog> openLog, Clock clock) {
        this.plan = plan;
        this.config = config;
        this.sites = Map.copyOf(sites);
        this.openLog = openLog;
        this.clock = clock;
        ofLabels = List.of(new LabelInside(plan.quality().mostLabelOutside()));
        samples = new Samples(plan);
        slabs = new Slabs(plan.preprocessingSha256());
    }

    @Override
    public void init(ProcessorContext<String, Prepared> context) {
        this.context = context;
        log = openLog.get();
    }

    @Override
    public void close() {
        log.close();
    }

    @Override
    public void process(Record<String, Work> record) {
        var work = record.value();
        try {
            if (work instanceof Work.Train train) {
                train(record, train);
            } else if (work instanceof Work.Infer infer) {
                infer(record, infer);
            } else if (work instanceof Work.Refuse refuse) {
                refuse(record, refuse.rejection().series(), refuse.rejection().reasons());
            }
        } catch (UnableToPrepare unable) {
            refuse(record, imageOf(work).series(), unable.reasons());
        }
    }

    private void train(Record<String, Work> record, Work.Train work) {
        var site = work.image().series().site();
        var deidentify = Optional.ofNullable(sites.get(site))
                .orElseThrow(() -> new UnableToPrepare(Refusal.UNKNOWN_SITE, "The gateway does not know the site."));
        var read = new ReadVolume(log, config, clock).read(work.image(), deidentify::deidentify);
        var stack = PreparedStack.of(read.volume(), plan.preprocessing());
        var laid = new LabelInside.Laid(work.labelling().mask(), stack.geometry());
        UnableToPrepare.ifAny(Rule.examine(ofLabels, laid));
        var made = samples.of(work, stack, read.header(), deidentify);
        made.forEach(sample ->
                context.forward(record.withKey(sample.getSampleId()).withValue(new Prepared.ForTraining(sample))));
        log(record, site, made.size(), "samples made");
    }

    private void infer(Record<String, Work> record, Work.Infer work) {
        var read = new ReadVolume(log, config, clock).read(work.image(), Deidentification.Deidentified::new);
        var stack = PreparedStack.of(read.volume(), plan.preprocessing());
        slabs.of(work.image(), stack)
                .forEach(slab -> context.forward(
                        record.withKey(slab.getStudyInstanceUid()).withValue(new Prepared.ForInference(slab))));
        log(record, work.image().series().site(), stack.geometry().slices(), "slices wait for inference");
    }

    private void refuse(Record<String, Work> record, Series series, List<Reason> reasons) {
        var rejection = SeriesRejected.newBuilder()
                .setSite(series.site())
                .setStudyInstanceUid(series.study())
                .setSeriesInstanceUid(series.uid())
                .setRevision(series.head().getRevision())
                .setAssembled(series.assembled())
                .addAllReasons(reasons)
                .addAllLog(series.instances().stream()
                        .limit(MOST_REFERENCES)
                        .map(SeriesInstance::getLog)
                        .toList())
                .build();
        context.forward(record.withKey(series.uid()).withValue(new Prepared.Refused(rejection)));
        log(record, series.site(), series.instances().size(), reasons.get(0).getCode());
    }

    private static Verdict.Image imageOf(Work work) {
        return work instanceof Work.Train train ? train.image() : ((Work.Infer) work).image();
    }

    private static void log(Record<String, Work> record, String site, int count, String what) {
        LOG.atInfo()
                .addKeyValue("site", site)
                .addKeyValue("study", Traces.in(record.headers()))
                .addKeyValue("count", count)
                .log(what);
    }
}
