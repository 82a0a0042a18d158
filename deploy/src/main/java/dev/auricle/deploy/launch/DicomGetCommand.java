package dev.auricle.deploy.launch;

import dev.auricle.deploy.embed.DicomFolder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** C-GET. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = "Fetches what matches from an archive into a folder, on one association (C-GET).",
        footer = {
            "",
            "Example: auricle dicom get 127.0.0.1 4242 --called PACS -k StudyInstanceUID=1.2.3 --output study/"
        })
final class DicomGetCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PeerOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QueryOptions asked;

    @Option(names = "--output", required = true, paramLabel = "FOLDER", description = "Where the files go.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--class",
            split = ",",
            paramLabel = "CLASS",
            defaultValue = "MR_IMAGE,ENHANCED_MR_IMAGE,CT_IMAGE,ENHANCED_CT_IMAGE,POSITRON_EMISSION_TOMOGRAPHY_IMAGE,"
                    + "SEGMENTATION,RT_STRUCTURE_SET",
            description = "SOP classes that are taken (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private List<SopClass> sopClasses;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var vertx = Vertx.vertx();
        try {
            var folder = new DicomFolder(vertx, output, (instance, file) -> {});
            var scu = new ArchiveScu(new VertxDicomNetwork(vertx), options.timeouts());
            var classes = sopClasses.stream().map(SopClass::uid).toList();
            var getting = scu.get(options.peer(), asked.query(), classes, folder, progress -> {});
            new RetrievalReport(spec.commandLine().getOut(), options.peer()).tell(options.await(getting.outcome()));
        } finally {
            options.await(vertx.close());
        }
    }
}
