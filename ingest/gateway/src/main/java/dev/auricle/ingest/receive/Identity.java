package dev.auricle.ingest.receive;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.network.DimseStatus;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.UnableToStore;
import dev.auricle.dicom.syntax.DataSetReader;
import dev.auricle.dicom.syntax.ReadLimits;
import dev.auricle.dicom.syntax.UnableToReadDataSet;
import java.util.Optional;

/**
 * Which study and series an instance belongs to, as its own first bytes say.
 *
 * @param study Study Instance UID
 * @param series Series Instance UID
 */
record Identity(String study, String series) {
    private static final int USUALLY_ENOUGH = 1 << 14;

    /** What a chunk becomes at most: a deflated one must not fill the memory. */
    private static final long MOST_BYTES = 1L << 24;

    private static final DataSetReader READER = new DataSetReader(ReadLimits.DEFAULT.withTotal(MOST_BYTES));

    /**
     * Reads it from the first chunk of the data set.
     *
     * @throws UnableToStore with the status to answer: what is not what the C-STORE-RQ announced is a mismatch (A900),
     *     what cannot be read or does not say where it belongs cannot be understood (C000)
     */
    static Identity of(StoreRequest request, ChunkData first) {
        var header = read(request, first);
        requireSame(header, Tags.SOP_CLASS_UID, request.sopClass());
        requireSame(header, Tags.SOP_INSTANCE_UID, request.sopInstance());
        return new Identity(uid(header, Tags.STUDY_INSTANCE_UID), uid(header, Tags.SERIES_INSTANCE_UID));
    }

    private static DataSet read(StoreRequest request, ChunkData first) {
        var syntax = TransferSyntax.of(request.transferSyntax())
                .orElseThrow(() -> new UnableToStore(DimseStatus.CANNOT_UNDERSTAND.because("unknown transfer syntax")));
        try {
            var front = READER.readUntil(Tags.STUDY_ID, first.front(USUALLY_ENOUGH), syntax);
            return front.reachedStop()
                    ? front.dataSet()
                    : READER.readUntil(Tags.STUDY_ID, first.front(first.size()), syntax)
                            .dataSet();
        } catch (UnableToReadDataSet malformed) {
            throw new UnableToStore(DimseStatus.CANNOT_UNDERSTAND.because("the data set cannot be read"));
        }
    }

    private static void requireSame(DataSet header, Tag tag, String announced) {
        if (find(header, tag).filter(announced::equals).isEmpty()) {
            throw new UnableToStore(DimseStatus.DATA_SET_MISMATCH.because(tag + " is not as announced"));
        }
    }

    private static String uid(DataSet header, Tag tag) {
        return find(header, tag)
                .filter(Uids::isValid)
                .orElseThrow(() -> new UnableToStore(DimseStatus.CANNOT_UNDERSTAND.because(tag + " is no valid UID")));
    }

    private static Optional<String> find(DataSet header, Tag tag) {
        try {
            return header.find(tag).map(value -> value.string());
        } catch (UnableToReadValue malformed) {
            return Optional.empty();
        }
    }
}
