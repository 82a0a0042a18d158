package dev.auricle.dcm4che;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.Retrieved;
import dev.auricle.dicom.network.SubOperations;
import dev.auricle.dicom.network.UnableToExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Tag;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.DimseRSPHandler;
import org.jspecify.annotations.Nullable;

/** Hears the answers to one request, on the thread that reads from the peer. */
final class Answers extends DimseRSPHandler {
    /** Is given every answer but the last; blocks as long as the peer is to wait. */
    @FunctionalInterface
    interface Pending {
        void take(Answer answer) throws IOException;
    }

    /** An answer: its command, and its data set, which is empty if it has none. */
    record Answer(Attributes command, DataSet dataSet) {
        DimseStatus status() {
            var comment = command.getString(Tag.ErrorComment, "");
            return new DimseStatus(command.getInt(Tag.Status, 0), comment.substring(0, Math.min(64, comment.length())));
        }

        SubOperations subOperations() {
            return new SubOperations(
                    command.getInt(Tag.NumberOfRemainingSuboperations, 0),
                    command.getInt(Tag.NumberOfCompletedSuboperations, 0),
                    command.getInt(Tag.NumberOfFailedSuboperations, 0),
                    command.getInt(Tag.NumberOfWarningSuboperations, 0));
        }

        Retrieved retrieved() {
            var failed = dataSet.find(Tags.FAILED_SOP_INSTANCE_UID_LIST).map(Value::strings);
            return new Retrieved(status(), subOperations(), failed.orElse(List.of()));
        }
    }

    private final Pending pending;
    private final CompletableFuture<Answer> last = new CompletableFuture<>();
    private @Nullable IOException refusal;

    Answers(int messageId, Pending pending) {
        super(messageId);
        this.pending = pending;
    }

    CompletableFuture<Answer> last() {
        return last;
    }

    @Override
    public void onDimseRSP(Association association, Attributes command, @Nullable Attributes data) {
        super.onDimseRSP(association, command, data);
        try {
            var answer = new Answer(command, data == null ? DataSet.EMPTY : Translation.dataSet(data));
            if (answer.status().isPending()) {
                offer(association, answer);
            } else if (refusal != null) {
                last.completeExceptionally(refusal.getCause() == null ? refusal : refusal.getCause());
            } else {
                last.complete(answer);
            }
        } catch (IOException unreadable) {
            last.completeExceptionally(new UnableToExchange("an answer that cannot be read"));
            association.abort();
        }
    }

    @Override
    public void onClose(Association association) {
        super.onClose(association);
        last.completeExceptionally(new UnableToExchange("the association ended before its answer"));
    }

    /** What is refused once is not offered again: the peer is asked to stop. */
    private void offer(Association association, Answer answer) throws IOException {
        if (refusal != null) {
            return;
        }
        try {
            pending.take(answer);
        } catch (IOException refused) {
            refusal = refused;
            cancel(association);
        }
    }
}
