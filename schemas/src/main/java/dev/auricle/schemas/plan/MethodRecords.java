package dev.auricle.schemas.plan;

import dev.auricle.schemas.record.PlanRecord;

/** How sites learn, on the wire and back. */
final class MethodRecords {
    private MethodRecords() {}

    static PlanRecord.Method toRecord(Method method) {
        var decoupled = method.decoupled();
        return PlanRecord.Method.newBuilder()
                .setName(method.name().name())
                .setProximalMu(method.proximalMu())
                .setHeadEpochs(method.headEpochs())
                .setDittoLambda(method.dittoLambda())
                .setDecoupled(PlanRecord.Decoupled.newBuilder()
                        .setLatent(decoupled.latent())
                        .setAlpha(decoupled.alpha())
                        .setBeta(decoupled.beta())
                        .setLambda(decoupled.lambda())
                        .setQ(decoupled.q())
                        .setWarmUpRounds(decoupled.warmUpRounds())
                        .setAdaptationRate(decoupled.adaptationRate()))
                .build();
    }

    static Method fromRecord(PlanRecord.Method method) {
        var decoupled = method.getDecoupled();
        return new Method(
                MethodName.valueOf(method.getName()),
                method.getProximalMu(),
                method.getHeadEpochs(),
                method.getDittoLambda(),
                new Decoupled(
                        decoupled.getLatent(),
                        decoupled.getAlpha(),
                        decoupled.getBeta(),
                        decoupled.getLambda(),
                        decoupled.getQ(),
                        decoupled.getWarmUpRounds(),
                        decoupled.getAdaptationRate()));
    }

    static PlanRecord.Adversary toRecord(Adversary adversary) {
        return PlanRecord.Adversary.newBuilder()
                .setName(adversary.name().name())
                .setEpsilon(adversary.epsilon())
                .setStep(adversary.step())
                .setSteps(adversary.steps())
                .setRandomStart(adversary.randomStart())
                .setRestarts(adversary.restarts())
                .setShare(adversary.share())
                .build();
    }

    static Adversary fromRecord(PlanRecord.Adversary adversary) {
        return new Adversary(
                AdversaryName.valueOf(adversary.getName()),
                adversary.getEpsilon(),
                adversary.getStep(),
                adversary.getSteps(),
                adversary.getRandomStart(),
                adversary.getRestarts(),
                adversary.getShare());
    }

    static PlanRecord.Augmentation toRecord(Augmentation augmentation) {
        var record = PlanRecord.Augmentation.newBuilder()
                .setRotationDegrees(augmentation.rotationDegrees())
                .setFlipProbability(augmentation.flipProbability())
                .setElasticPixels(augmentation.elasticPixels())
                .setNoiseDeviation(augmentation.noiseDeviation());
        var habits = augmentation.labelHabits();
        if (!habits.equals(LabelHabits.DEFAULT)) {
            record.setLabelHabits(PlanRecord.LabelHabits.newBuilder()
                    .setProbability(habits.probability())
                    .addAllOperations(
                            habits.operations().stream().map(Enum::name).toList())
                    .setMost(habits.most())
                    .setLeastRadius(habits.leastRadius())
                    .setMostRadius(habits.mostRadius()));
        }
        return record.build();
    }

    static Augmentation fromRecord(PlanRecord.Augmentation augmentation) {
        return new Augmentation(
                augmentation.getRotationDegrees(),
                augmentation.getFlipProbability(),
                augmentation.getElasticPixels(),
                augmentation.getNoiseDeviation(),
                augmentation.hasLabelHabits() ? fromRecord(augmentation.getLabelHabits()) : LabelHabits.DEFAULT);
    }

    private static LabelHabits fromRecord(PlanRecord.LabelHabits habits) {
        return new LabelHabits(
                habits.getProbability(),
                habits.getOperationsList().stream().map(LabelOperation::valueOf).toList(),
                habits.getMost(),
                habits.getLeastRadius(),
                habits.getMostRadius());
    }
}
