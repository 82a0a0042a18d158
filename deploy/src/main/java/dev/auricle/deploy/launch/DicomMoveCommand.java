package dev.auricle.deploy.launch;

import dev.auricle.dicom.network.ArchiveScu;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Vertx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** C-MOVE. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = "Has an archive send what matches to another peer, which it must know (C-MOVE).",
        footer = {"", "Example: auricle dicom move 127.0.0.1 4242 --called PACS --to NORTH -k StudyInstanceUID=1.2.3"})
final class DicomMoveCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PeerOptions options;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private QueryOptions asked;

    @Option(names = "--to", required = true, paramLabel = "TITLE", description = "AE title of who is to be sent it.")
    @SuppressWarnings("NullAway.Init")
    private String destination;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var vertx = Vertx.vertx();
        try {
            var scu = new ArchiveScu(new VertxDicomNetwork(vertx), options.timeouts());
            var moving = scu.move(options.peer(), asked.query(), destination, progress -> {});
            new RetrievalReport(spec.commandLine().getOut(), options.peer()).tell(options.await(moving.outcome()));
        } finally {
            options.await(vertx.close());
        }
    }
}
