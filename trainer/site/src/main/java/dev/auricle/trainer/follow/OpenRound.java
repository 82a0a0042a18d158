package dev.auricle.trainer.follow;

import com.google.protobuf.ByteString;
import dev.auricle.schemas.record.Purpose;
import dev.auricle.schemas.record.RoundEvent;

/**
 * A round that waits for this site's answer.
 *
 * @param round its number
 * @param merged rounds of the plan that were merged before
 * @param baseVersion the model to start from; empty: the plan's seed
 * @param deadlineAtMs epoch milliseconds after which an answer may come too late
 * @param answered the offset from which to follow once it is answered
 */
public record OpenRound(
        String federation,
        int round,
        int merged,
        Purpose purpose,
        String baseVersion,
        ByteString planSha256,
        long deadlineAtMs,
        long answered) {

    /**
     * As it was announced.
     *
     * @param offset where the announcement lies
     */
    public static OpenRound of(RoundEvent event, long offset) {
        var opened = event.getOpened();
        return new OpenRound(
                event.getFederation(),
                event.getRound(),
                opened.getMerged(),
                event.getPurpose(),
                opened.getBaseVersion(),
                opened.getPlanSha256(),
                opened.getDeadlineAtMs(),
                offset + 1);
    }
}
