package dev.auricle.aggregator.coordinate;

import dev.auricle.schemas.record.FederationFinished.Outcome;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.UpdateManifest;
import java.util.ArrayList;
import java.util.List;

/** Where a federation stands. */
sealed interface Stage {
    /**
     * Sites are at work.
     *
     * @param deadlineAt epoch milliseconds
     * @param answers one a site at most, in order of arrival
     */
    record Open(Purpose purpose, long deadlineAt, List<UpdateManifest> answers) implements Stage {
        public Open {
            answers = List.copyOf(answers);
        }

        boolean hasAnswerOf(String site) {
            return answers.stream().anyMatch(answer -> answer.getSite().equals(site));
        }

        Open with(UpdateManifest answer) {
            var more = new ArrayList<>(answers);
            more.add(answer);
            return new Open(purpose, deadlineAt, more);
        }
    }

    /** The round is committed; its model is being merged. */
    record Merging(String version) implements Stage {}

    /** Nothing more happens until the plan changes. */
    record Finished(Outcome outcome) implements Stage {}
}
