package dev.auricle.dicom.web;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.json.BulkDataPlacement;
import dev.auricle.dicom.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Stream;

/** The answer to a store request (PS3.18, 10.5.3): what became of each instance, and a status that sums it up. */
final class StoreAnswer {
    private static final JsonWriter WRITER = new JsonWriter(BulkDataPlacement.inline());

    private StoreAnswer() {}

    /** 200: all stored; 202: some, or with warnings; 409: none; 503: none, for want of resources that may come back. */
    static int status(List<StoreOutcome> outcomes) {
        if (!outcomes.isEmpty()
                && outcomes.stream().allMatch(outcome -> outcome.status().isSuccess())) {
            return 200;
        }
        if (outcomes.stream().anyMatch(StoreOutcome::isStored)) {
            return 202;
        }
        boolean later = !outcomes.isEmpty()
                && outcomes.stream().allMatch(outcome -> WebStatus.isOutOfResources(outcome.status()));
        return later ? 503 : 409;
    }

    /** The instances, sorted into those stored, those not, and what was no instance. */
    static Buffer body(List<StoreOutcome> outcomes) {
        var answer = DataSet.builder().empty(Tags.RETRIEVE_URL);
        putIfAny(
                answer,
                Tags.FAILED_SOP_SEQUENCE,
                identified(outcomes).filter(outcome -> !outcome.isStored()).map(StoreAnswer::failure));
        putIfAny(
                answer,
                Tags.REFERENCED_SOP_SEQUENCE,
                identified(outcomes).filter(StoreOutcome::isStored).map(StoreAnswer::reference));
        putIfAny(
                answer,
                Tags.OTHER_FAILURES_SEQUENCE,
                outcomes.stream()
                        .filter(StoreOutcome.Unidentified.class::isInstance)
                        .map(StoreAnswer::otherFailure));
        return Buffer.buffer(WRITER.toBytes(answer.build()).toArray());
    }

    private static void putIfAny(DataSetBuilder answer, Tag tag, Stream<DataSet> items) {
        var listed = items.toList();
        if (!listed.isEmpty()) {
            answer.items(tag, listed);
        }
    }

    private static DataSet otherFailure(StoreOutcome outcome) {
        return DataSet.builder()
                .set(Tags.FAILURE_REASON, outcome.status().code())
                .build();
    }

    private static Stream<StoreOutcome.Identified> identified(List<StoreOutcome> outcomes) {
        return outcomes.stream()
                .filter(StoreOutcome.Identified.class::isInstance)
                .map(StoreOutcome.Identified.class::cast);
    }

    /** The URL is there and empty (type 2): what is stored here cannot be retrieved from here. */
    private static DataSet reference(StoreOutcome.Identified outcome) {
        var reference = instance(outcome).empty(Tags.RETRIEVE_URL);
        return outcome.status().isWarning()
                ? reference.set(Tags.WARNING_REASON, outcome.status().code()).build()
                : reference.build();
    }

    private static DataSet failure(StoreOutcome.Identified outcome) {
        return instance(outcome)
                .set(Tags.FAILURE_REASON, outcome.status().code())
                .build();
    }

    private static DataSetBuilder instance(StoreOutcome.Identified outcome) {
        return DataSet.builder()
                .set(Tags.REFERENCED_SOP_CLASS_UID, outcome.sopClass())
                .set(Tags.REFERENCED_SOP_INSTANCE_UID, outcome.sopInstance());
    }
}
