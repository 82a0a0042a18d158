package dev.auricle.ingest.check;

import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.pixel.GreyPixels;
import dev.auricle.ingest.assemble.Series;
import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.record.SeriesInstance;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every instance's pixels are in a transfer syntax that is decoded here. */
final class SyntaxSupported implements Rule<Series> {
    @Override
    public Refusal refusal() {
        return Refusal.UNSUPPORTED_SYNTAX;
    }

    @Override
    public Optional<String> against(Series series) {
        var unsupported = series.instances().stream()
                .map(SeriesInstance::getTransferSyntaxUid)
                .distinct()
                .filter(uid -> TransferSyntax.of(uid).filter(GreyPixels::reads).isEmpty())
                .map(Uids::name)
                .collect(Collectors.joining(", "));
        return unsupported.isEmpty() ? Optional.empty() : Optional.of("Pixels in " + unsupported + " are not decoded.");
    }
}
