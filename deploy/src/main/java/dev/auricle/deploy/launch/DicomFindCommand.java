package dev.auricle.deploy.launch;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** C-FIND. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {
            "Asks an archive what it has (C-FIND).",
            "Prints a line of keywords and one line for each answer, apart by tabs: what was asked for, and nothing else."
        },
        footer = {
            "",
            "Example: auricle dicom find 127.0.0.1 4242 --called PACS -k StudyDate=20240101- -k ModalitiesInStudy=MR"
                    + " -k StudyInstanceUID"
        })
final class DicomFindCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PeerOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QueryOptions asked;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var query = asked.query();
        var tags = asked.keys().keySet();
        var out = spec.commandLine().getOut();
        out.println(tags.stream().map(Dictionary.standard()::keyword).collect(Collectors.joining("\t")));
        var vertx = Vertx.vertx();
        try {
            var scu = new ArchiveScu(new VertxDicomNetwork(vertx), options.timeouts());
            var status = options.await(scu.find(options.peer(), query, entity -> print(out, tags, entity))
                    .outcome());
            if (!status.isSuccess()) {
                throw new CommandFailed(ExitCode.DICOM_REJECTED, options.peer() + " answered " + status);
            }
        } finally {
            options.await(vertx.close());
            out.flush();
        }
    }

    private static Future<Void> print(PrintWriter out, Collection<Tag> tags, DataSet entity) {
        out.println(tags.stream().map(tag -> text(entity, tag)).collect(Collectors.joining("\t")));
        return Future.succeededFuture();
    }

    /** A value on one line; empty where there is none that is text. */
    private static String text(DataSet entity, Tag tag) {
        try {
            return entity.find(tag)
                    .map(Value::strings)
                    .map(texts -> String.join("\\", texts).replaceAll("\\s+", " "))
                    .orElse("");
        } catch (DicomException notText) {
            return "";
        }
    }
}
