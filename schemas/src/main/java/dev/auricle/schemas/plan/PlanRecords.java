package dev.auricle.schemas.plan;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import dev.auricle.schemas.record.PlanRecord;
import java.io.IOException;
import java.time.Duration;

/** The plan on the wire and back. */
public final class PlanRecords {
    private PlanRecords() {}

    /** As its topic carries it. Of what came later than the rest it says only what is not the default. */
    public static PlanRecord toRecord(Plan plan) {
        var record = PlanRecord.newBuilder()
                .setFederation(plan.federation())
                .addAllSites(plan.sites())
                .setSeed(plan.seed())
                .setPreprocessing(toRecord(plan.preprocessing()))
                .addAllClasses(
                        plan.classes().stream().map(PlanRecords::toRecord).toList())
                .setNetwork(PlanRecord.Network.newBuilder()
                        .setBaseChannels(plan.network().baseChannels())
                        .setDepth(plan.network().depth())
                        .addAllChannels(plan.network().channels()))
                .setLearning(toRecord(plan.learning()))
                .setRounds(toRecord(plan.rounds()));
        if (!plan.annotations().equals(Annotations.DEFAULT)) {
            record.setAnnotations(toRecord(plan.annotations()));
        }
        if (!plan.quality().equals(Quality.DEFAULT)) {
            record.setQuality(toRecord(plan.quality()));
        }
        if (!plan.method().equals(Method.DEFAULT)) {
            record.setMethod(MethodRecords.toRecord(plan.method()));
        }
        return record.build();
    }

    /**
     * Back from the wire.
     *
     * @throws IllegalArgumentException when it breaks one of the plan's rules
     */
    public static Plan fromRecord(PlanRecord plan) {
        return new Plan(
                plan.getFederation(),
                plan.getSitesList(),
                plan.getSeed(),
                fromRecord(plan.getPreprocessing()),
                plan.getClassesList().stream().map(PlanRecords::fromRecord).toList(),
                plan.hasAnnotations() ? fromRecord(plan.getAnnotations()) : Annotations.DEFAULT,
                plan.hasQuality() ? fromRecord(plan.getQuality()) : Quality.DEFAULT,
                new Network(
                        plan.getNetwork().getBaseChannels(),
                        plan.getNetwork().getDepth(),
                        plan.getNetwork().getChannelsList()),
                plan.hasMethod() ? MethodRecords.fromRecord(plan.getMethod()) : Method.DEFAULT,
                fromRecord(plan.getLearning()),
                fromRecord(plan.getRounds()));
    }

    /** Bytes that are the same for equal messages, whatever the JVM. */
    static byte[] bytes(Message message) {
        var bytes = new byte[message.getSerializedSize()];
        var out = CodedOutputStream.newInstance(bytes);
        out.useDeterministicSerialization();
        try {
            message.writeTo(out);
        } catch (IOException impossible) {
            throw new IllegalStateException("the array has the message's size", impossible);
        }
        return bytes;
    }

    private static PlanRecord.Preprocessing toRecord(Preprocessing preprocessing) {
        return PlanRecord.Preprocessing.newBuilder()
                .addAllModalities(preprocessing.modalities())
                .setRowSpacing(preprocessing.rowSpacing())
                .setColumnSpacing(preprocessing.columnSpacing())
                .setSliceSpacing(preprocessing.sliceSpacing())
                .setRows(preprocessing.rows())
                .setColumns(preprocessing.columns())
                .setCentre(preprocessing.centre().name())
                .build();
    }

    private static Preprocessing fromRecord(PlanRecord.Preprocessing preprocessing) {
        return new Preprocessing(
                preprocessing.getModalitiesList(),
                preprocessing.getRowSpacing(),
                preprocessing.getColumnSpacing(),
                preprocessing.getSliceSpacing(),
                preprocessing.getRows(),
                preprocessing.getColumns(),
                Centre.valueOf(preprocessing.getCentre()));
    }

    private static PlanRecord.SegmentClass toRecord(SegmentClass segment) {
        return PlanRecord.SegmentClass.newBuilder()
                .setName(segment.name())
                .setCategory(toRecord(segment.category()))
                .setType(toRecord(segment.type()))
                .addAllLabels(segment.labels())
                .build();
    }

    private static SegmentClass fromRecord(PlanRecord.SegmentClass segment) {
        return new SegmentClass(
                segment.getName(),
                fromRecord(segment.getCategory()),
                fromRecord(segment.getType()),
                segment.getLabelsList());
    }

    private static PlanRecord.Code toRecord(Code code) {
        return PlanRecord.Code.newBuilder()
                .setValue(code.value())
                .setScheme(code.scheme())
                .setMeaning(code.meaning())
                .build();
    }

    private static Code fromRecord(PlanRecord.Code code) {
        return new Code(code.getValue(), code.getScheme(), code.getMeaning());
    }

    private static PlanRecord.Annotations toRecord(Annotations annotations) {
        return PlanRecord.Annotations.newBuilder()
                .setFractionalThreshold(annotations.fractionalThreshold())
                .addAllWeakShapes(
                        annotations.weakShapes().stream().map(Enum::name).toList())
                .setFewPoints(annotations.fewPoints())
                .setAnnotators(annotations.annotators().name())
                .build();
    }

    private static Annotations fromRecord(PlanRecord.Annotations annotations) {
        return new Annotations(
                annotations.getFractionalThreshold(),
                annotations.getWeakShapesList().stream()
                        .map(OutlineShape::valueOf)
                        .toList(),
                annotations.getFewPoints(),
                Annotators.valueOf(annotations.getAnnotators()));
    }

    private static PlanRecord.Quality toRecord(Quality quality) {
        return PlanRecord.Quality.newBuilder()
                .setLeastPixelSpacing(quality.leastPixelSpacing())
                .setMostPixelSpacing(quality.mostPixelSpacing())
                .setLeastSliceSpacing(quality.leastSliceSpacing())
                .setMostSliceSpacing(quality.mostSliceSpacing())
                .setSliceOrder(quality.sliceOrder().name())
                .setMostLabelOutside(quality.mostLabelOutside())
                .setEmptyLabels(quality.emptyLabels())
                .addAllLabelVolumes(quality.labelVolumes().stream()
                        .map(limits -> PlanRecord.LabelVolume.newBuilder()
                                .setName(limits.name())
                                .setLeast(limits.least())
                                .setMost(limits.most())
                                .build())
                        .toList())
                .build();
    }

    private static Quality fromRecord(PlanRecord.Quality quality) {
        return new Quality(
                quality.getLeastPixelSpacing(),
                quality.getMostPixelSpacing(),
                quality.getLeastSliceSpacing(),
                quality.getMostSliceSpacing(),
                SliceOrder.valueOf(quality.getSliceOrder()),
                quality.getMostLabelOutside(),
                quality.getEmptyLabels(),
                quality.getLabelVolumesList().stream()
                        .map(limits -> new LabelVolume(limits.getName(), limits.getLeast(), limits.getMost()))
                        .toList());
    }

    private static PlanRecord.Learning toRecord(Learning learning) {
        var record = PlanRecord.Learning.newBuilder()
                .setLocalEpochs(learning.localEpochs())
                .setBatchSize(learning.batchSize())
                .setLearningRate(learning.learningRate())
                .setLearningRateDecay(learning.learningRateDecay())
                .setPolynomialDecay(learning.polynomialDecay())
                .setWeightDecay(learning.weightDecay())
                .setCrossEntropyWeight(learning.crossEntropyWeight())
                .setDiceWeight(learning.diceWeight())
                .setValidationShare(learning.validationShare())
                .setAugmentation(MethodRecords.toRecord(learning.augmentation()));
        if (!learning.adversary().equals(Adversary.DEFAULT)) {
            record.setAdversary(MethodRecords.toRecord(learning.adversary()));
        }
        return record.build();
    }

    private static Learning fromRecord(PlanRecord.Learning learning) {
        return new Learning(
                learning.getLocalEpochs(),
                learning.getBatchSize(),
                learning.getLearningRate(),
                learning.getLearningRateDecay(),
                learning.getPolynomialDecay(),
                learning.getWeightDecay(),
                learning.getCrossEntropyWeight(),
                learning.getDiceWeight(),
                learning.getValidationShare(),
                MethodRecords.fromRecord(learning.getAugmentation()),
                learning.hasAdversary() ? MethodRecords.fromRecord(learning.getAdversary()) : Adversary.DEFAULT);
    }

    private static PlanRecord.Rounds toRecord(Rounds rounds) {
        return PlanRecord.Rounds.newBuilder()
                .setCount(rounds.count())
                .setQuorum(rounds.quorum())
                .setDeadlineMs(rounds.deadline().toMillis())
                .setRule(rounds.rule().name())
                .setShardLength(rounds.shardLength())
                .setAbandonLimit(rounds.abandonLimit())
                .build();
    }

    private static Rounds fromRecord(PlanRecord.Rounds rounds) {
        return new Rounds(
                rounds.getCount(),
                rounds.getQuorum(),
                Duration.ofMillis(rounds.getDeadlineMs()),
                Rule.valueOf(rounds.getRule()),
                rounds.getShardLength(),
                rounds.getAbandonLimit());
    }
}
