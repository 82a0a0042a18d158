package dev.auricle.inference.encode;

import dev.auricle.schemas.record.SegmentVolume;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report as a page for people. Names nobody: it hangs on a report that does. */
final class ReportPage {
    private ReportPage() {}

    /** HTML, UTF-8. */
    static byte[] of(Result result) {
        var rows = result.head().getVolumesList().stream().map(ReportPage::row).collect(Collectors.joining("\n"));
        var uncertainty = result.head().getUncertainty();
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>AI segmentation</title></head>
            <body>
            <h1>AI segmentation</h1>
            <p><strong>Preliminary.</strong> Made by a model and read by nobody yet. Not for diagnosis.</p>
            <table>
            <tr><th>Structure</th><th>Volume (mL)</th><th>Voxels</th></tr>
            %s
            </table>
            <p>Model %s (SHA-256 %s), %s, %s. Mean entropy within the structures: %s nats%s.</p>
            </body>
            </html>
            """.formatted(
                        rows,
                        escape(result.head().getModelVersion()),
                        HexFormat.of().formatHex(result.head().getModelSha256().toByteArray()),
                        result.whose(),
                        result.segmentedAt(),
                        number(uncertainty.getForegroundEntropy()),
                        samples(result.head().getUncertaintySamples()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As FHIR wants an attachment's hash (R4, 2.24.0.1). */
    static byte[] sha1(byte[] page) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(page);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }

    private static String row(SegmentVolume volume) {
        return "<tr><td>%s</td><td>%s</td><td>%d</td></tr>"
                .formatted(escape(volume.getClassName()), number(volume.getMillilitres()), volume.getVoxels());
    }

    private static String samples(int samples) {
        return samples == 0 ? "" : ", over " + samples + " possible predictions";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
