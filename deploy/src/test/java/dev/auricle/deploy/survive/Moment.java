package dev.auricle.deploy.survive;

/** A moment in the middle of a round, told by what is in the log. */
enum Moment {
    /** Both learn; nobody has answered. */
    WHILE_LEARNING(1, LearningRun.SOUTH) {
        @Override
        boolean isAt(RoundWatch watch, int round) {
            return watch.isOpen(round)
                    && watch.isBegun(round, LearningRun.SOUTH)
                    && !watch.isAnswered(round, LearningRun.SOUTH);
        }
    },
    /** The aggregator has heard one of the two; that one is killed, after it has answered. */
    WHEN_ONE_HAS_ANSWERED(2, LearningRun.NORTH) {
        @Override
        boolean isAt(RoundWatch watch, int round) {
            return watch.isAnswered(round, LearningRun.NORTH)
                    && !watch.isAnswered(round, LearningRun.SOUTH)
                    && !watch.isCommitted(round);
        }
    },
    /** The round is committed and some of the model's shards are merged, others not. */
    WHILE_MERGING(3, LearningRun.SOUTH) {
        @Override
        boolean isAt(RoundWatch watch, int round) {
            return watch.isCommitted(round) && watch.merged(round) > 0 && !watch.isRegistered(round);
        }
    };

    private final int round;
    private final String trainer;

    Moment(int round, String trainer) {
        this.round = round;
        this.trainer = trainer;
    }

    abstract boolean isAt(RoundWatch watch, int round);

    /** Whether it is this moment. */
    boolean isNow(RoundWatch watch) {
        watch.look();
        return isAt(watch, round);
    }

    /** Whose trainer is killed together with the aggregator. */
    String trainer() {
        return trainer;
    }
}
