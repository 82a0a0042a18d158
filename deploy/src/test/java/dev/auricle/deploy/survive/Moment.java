package dev.auricle.deploy.survive;

import java.util.stream.IntStream;

/** A moment in the middle of a round, told by what is in the log. Who misses it in one round waits for the next. */
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
    WHILE_MERGING(2, LearningRun.SOUTH) {
        @Override
        boolean isAt(RoundWatch watch, int round) {
            return watch.isCommitted(round) && watch.merged(round) > 0 && !watch.isRegistered(round);
        }
    };

    private final int firstRound;
    private final String trainer;

    Moment(int firstRound, String trainer) {
        this.firstRound = firstRound;
        this.trainer = trainer;
    }

    abstract boolean isAt(RoundWatch watch, int round);

    /** Whether it is this moment. */
    boolean isNow(RoundWatch watch) {
        watch.look();
        return IntStream.rangeClosed(firstRound, LearningRun.ROUNDS).anyMatch(round -> isAt(watch, round));
    }

    /** Whose trainer is killed together with the aggregator. */
    String trainer() {
        return trainer;
    }
}
