package dev.auricle.deploy.launch;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.network.AssociationOffer;
import dev.auricle.dicom.network.VertxDicomNetwork;
import io.vertx.core.Vertx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** C-ECHO. */
@Command(
        name = "echo",
        mixinStandardHelpOptions = true,
        description = "Asks a DICOM peer whether it is there (C-ECHO).",
        footer = {"", "Example: auricle dicom echo 127.0.0.1 11112 --called NORTH --calling PACS"})
final class DicomEchoCommand implements Runnable {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private PeerOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        var verification = AssociationOffer.of(SopClass.VERIFICATION.uid());
        var vertx = Vertx.vertx();
        try {
            var status = options.await(new VertxDicomNetwork(vertx)
                    .connect(options.peer(), verification, options.timeouts())
                    .compose(association -> association.echo().eventually(association::release)));
            spec.commandLine().getOut().println(options.peer() + " answers " + status);
            if (!status.isSuccess()) {
                throw new CommandFailed(ExitCode.DICOM_REJECTED, options.peer() + " answered " + status);
            }
        } finally {
            options.await(vertx.close());
        }
    }
}
