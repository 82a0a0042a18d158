package dev.auricle.ingest.backfill;

import dev.auricle.dicom.dictionary.DicomException;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an archive, on a thread that has nothing else to do. */
final class Patience {
    private static final int HOURS = 2;

    private Patience() {}

    /** What the future comes to; {@link UnableToBackfill} where it fails. */
    static <T> T await(Future<T> answer) {
        try {
            return answer.await(HOURS, TimeUnit.HOURS);
        } catch (DicomException failed) {
            throw new UnableToBackfill(String.valueOf(failed.getMessage()), failed);
        } catch (TimeoutException late) {
            throw new UnableToBackfill("the archive did not answer within " + HOURS + " hours", late);
        }
    }
}
