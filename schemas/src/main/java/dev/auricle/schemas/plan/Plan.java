package dev.auricle.schemas.plan;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.configuration.Default;
import dev.auricle.schemas.identity.Sha256;
import dev.auricle.schemas.record.PlanRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What a federation does: the one page that a researcher writes and every site reads.
 *
 * @param federation its name
 * @param sites who takes part; the order is the order of merging and gives each site its partition of {@code samples}
 * @param seed of initial weights, shuffling and augmentation
 * @param preprocessing from series to slices
 * @param classes what is segmented; the first is class 1
 * @param annotations how annotations become labels
 * @param quality what a series must keep to be taken
 * @param network its size
 * @param method how sites learn together
 * @param learning what a site does in a round
 * @param rounds how sites meet
 */
public record Plan(
        String federation,
        List<String> sites,
        @Default("1") long seed,
        Preprocessing preprocessing,
        List<SegmentClass> classes,
        Annotations annotations,
        Quality quality,
        Network network,
        Method method,
        Learning learning,
        Rounds rounds) {
    private static final int MOST_CLASSES = 254;

    /** Refuses a plan that contradicts itself. */
    public Plan {
        Names.require("federation", federation);
        sites = List.copyOf(sites);
        sites.forEach(site -> Names.require("site", site));
        Require.atLeast("number of sites", sites.size(), 1);
        if (new HashSet<>(sites).size() != sites.size()) {
            throw new IllegalArgumentException("sites names a site twice: " + sites);
        }
        classes = List.copyOf(classes);
        Require.between("number of classes", classes.size(), 1, MOST_CLASSES);
        requireKnown(quality, classes);
        requireMultiple("preprocessing.rows", preprocessing.rows(), network);
        requireMultiple("preprocessing.columns", preprocessing.columns(), network);
        requireSense(method, learning);
        if (rounds.quorum() > sites.size()) {
            throw new IllegalArgumentException(
                    "rounds.quorum is " + rounds.quorum() + ", but there are only " + sites.size() + " sites");
        }
    }

    /**
     * Reads a plan from YAML.
     *
     * @throws dev.auricle.schemas.configuration.UnableToReadConfiguration naming the key that is wrong and what is valid
     */
    public static Plan read(Path file) {
        return Configuration.read(file, Map.of()).as(Plan.class);
    }

    /** The same plan for other sites; each of them is needed. */
    public Plan withSites(List<String> others) {
        var all = new Rounds(
                rounds.count(), 0, rounds.deadline(), rounds.rule(), rounds.shardLength(), rounds.abandonLimit());
        return new Plan(
                federation, others, seed, preprocessing, classes, annotations, quality, network, method, learning, all);
    }

    /** The same plan by another method. */
    public Plan withMethod(Method other) {
        return new Plan(
                federation,
                sites,
                seed,
                preprocessing,
                classes,
                annotations,
                quality,
                network,
                other,
                learning,
                rounds);
    }

    /** How many sites a round needs. */
    public int quorum() {
        return rounds.quorum() == 0 ? sites.size() : rounds.quorum();
    }

    /** The partition of {@code samples} that a site owns. */
    public int partitionOf(String site) {
        int index = sites.indexOf(site);
        if (index < 0) {
            throw new NoSuchElementException("site " + site + " is not in the plan of " + federation + ": " + sites);
        }
        return index;
    }

    /** Whether a model that was learned by the other plan can be learned on by this one. */
    public boolean goesOnFrom(Plan other) {
        return network.levels().equals(other.network.levels())
                && classes.size() == other.classes.size()
                && method.mergesLike(other.method);
    }

    /** The learning rate after so many rounds of the plan were merged. */
    public double learningRateAfter(int merged) {
        return learning.learningRateAfter(merged, rounds.count());
    }

    /** SHA-256 of the plan. */
    public ByteString sha256() {
        return Sha256.of(PlanRecords.bytes(PlanRecords.toRecord(this)));
    }

    /** SHA-256 of what decides how a series becomes samples: preprocessing, classes and annotations. */
    public ByteString preprocessingSha256() {
        var full = PlanRecords.toRecord(this);
        var deciding = PlanRecord.newBuilder()
                .setPreprocessing(full.getPreprocessing())
                .addAllClasses(full.getClassesList());
        if (full.hasAnnotations()) {
            deciding.setAnnotations(full.getAnnotations());
        }
        return Sha256.of(PlanRecords.bytes(deciding.build()));
    }

    private static void requireKnown(Quality quality, List<SegmentClass> classes) {
        var names = classes.stream().map(SegmentClass::name).toList();
        for (var limits : quality.labelVolumes()) {
            if (!names.contains(limits.name())) {
                throw new IllegalArgumentException(
                        "quality.labelVolumes: there is no class '" + limits.name() + "', only " + names);
            }
        }
    }

    private static void requireSense(Method method, Learning learning) {
        double lambda = method.decoupled().lambda();
        if (lambda != Decoupled.DEFAULT.lambda() && !learning.adversary().isPresent()) {
            throw new IllegalArgumentException("method.decoupled.lambda is " + lambda
                    + ", the weight of adversarial samples, but learning.adversary is none");
        }
    }

    private static void requireMultiple(String what, int size, Network network) {
        if (size % network.sizeStep() != 0) {
            throw new IllegalArgumentException(what + " must be a multiple of " + network.sizeStep()
                    + " for a network of depth " + network.halvings() + ", got " + size);
        }
    }
}
