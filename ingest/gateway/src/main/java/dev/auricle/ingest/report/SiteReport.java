package dev.auricle.ingest.report;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Stage;
import dev.auricle.schemas.log.LogRefs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a site received and what came of it. Each series counts once, by the latest that is known of it: one that was refused,
 * sent again and taken counts as accepted.
 *
 * @param images series of images
 * @param annotations series of annotation objects
 * @param rules every rule, in the order in which they are asked
 */
public record SiteReport(String site, Count images, Count annotations, List<RuleCount> rules) {
    static final int EXAMPLES = 3;

    /** Keeps a copy of the list. */
    public SiteReport {
        rules = List.copyOf(rules);
    }

    /**
     * Of series.
     *
     * @param accepted they became samples, were drawn on images that did, or went to inference
     * @param waiting for a plan, for each other, or for their turn
     */
    public record Count(long received, long accepted, long rejected, long waiting) {}

    /**
     * Of one rule.
     *
     * @param rule its code
     * @param stage where in the flow it is asked
     * @param meaning when it refuses
     * @param received series (of rules for instances: instances) that came as far as the rule and whose fate is known
     * @param accepted of those, how many it did not refuse
     * @param rejected of those, how many it did
     * @param examples where refused instances lie: topic, partition and offset, first digits of the SHA-256
     */
    public record RuleCount(
            Refusal rule,
            Stage stage,
            String meaning,
            long received,
            long accepted,
            long rejected,
            List<String> examples) {
        /** Keeps a copy of the list. */
        public RuleCount {
            examples = List.copyOf(examples);
        }
    }

    /** Counts what a ledger holds. */
    public static SiteReport of(String site, SeriesLedger ledger) {
        return new SiteReport(
                site,
                count(ledger, Stage.Subject.IMAGES),
                count(ledger, Stage.Subject.ANNOTATION),
                Arrays.stream(Refusal.values())
                        .map(refusal -> ruleCount(refusal, ledger))
                        .toList());
    }

    private static Count count(SeriesLedger ledger, Stage.Subject subject) {
        var fates = ledger.attempts().stream()
                .filter(attempt -> attempt.subject() == subject)
                .map(KnownAttempt::fate)
                .toList();
        long waiting = fates.stream().filter(Fate.Waiting.class::isInstance).count();
        long rejected = fates.stream().filter(Fate.Refused.class::isInstance).count();
        return new Count(fates.size(), fates.size() - waiting - rejected, rejected, waiting);
    }

    private static RuleCount ruleCount(Refusal refusal, SeriesLedger ledger) {
        return switch (refusal.stage().subject()) {
            case INSTANCE -> early(refusal, ledger, instances(ledger));
            case SERIES -> early(refusal, ledger, ledger.attempts().size());
            case IMAGES, ANNOTATION -> ofSeries(refusal, ledger);
        };
    }

    private static RuleCount ofSeries(Refusal refusal, SeriesLedger ledger) {
        long received = ledger.attempts().stream()
                .filter(attempt -> hasCome(attempt, refusal.stage()))
                .count();
        long rejected = refused(refusal, ledger).count();
        return ruleCount(
                refusal,
                received,
                rejected,
                refused(refusal, ledger)
                        .limit(EXAMPLES)
                        .map(refused -> LogRefs.cite(refused.example()))
                        .toList());
    }

    /**
     * Of what is refused before it is a series in the log.
     *
     * @param taken how many were not
     */
    private static RuleCount early(Refusal refusal, SeriesLedger ledger, long taken) {
        var all = ledger.early().stream()
                .filter(refused -> refused.at(refusal.stage()))
                .toList();
        var byRule = all.stream()
                .filter(refused -> refused.refusals().contains(refusal))
                .toList();
        return ruleCount(
                refusal,
                taken + all.size(),
                byRule.size(),
                byRule.stream()
                        .limit(EXAMPLES)
                        .map(refused -> LogRefs.cite(refused.example()))
                        .toList());
    }

    private static long instances(SeriesLedger ledger) {
        return ledger.attempts().stream().mapToLong(KnownAttempt::instances).sum();
    }

    private static RuleCount ruleCount(Refusal refusal, long received, long rejected, List<String> examples) {
        return new RuleCount(
                refusal, refusal.stage(), refusal.meaning(), received, received - rejected, rejected, examples);
    }

    private static Stream<Fate.Refused> refused(Refusal refusal, SeriesLedger ledger) {
        return ledger.attempts().stream()
                .map(KnownAttempt::fate)
                .filter(Fate.Refused.class::isInstance)
                .map(Fate.Refused.class::cast)
                .filter(refused -> refused.refusals().contains(refusal));
    }

    /** Whether a series came as far as a stage; only what is learned from came to where labels are prepared. */
    private static boolean hasCome(KnownAttempt attempt, Stage stage) {
        if (attempt.subject() != stage.subject() || attempt.fate() instanceof Fate.Waiting) {
            return false;
        }
        if (attempt.fate() instanceof Fate.Refused refused) {
            return refused.refusals().stream()
                    .anyMatch(refusal -> refusal.stage().compareTo(stage) >= 0);
        }
        return attempt.fate() instanceof Fate.Learned || stage != Stage.PREPARED;
    }
}
