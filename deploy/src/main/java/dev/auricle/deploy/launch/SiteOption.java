package dev.auricle.deploy.launch;

import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.SiteConfig;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --site}: which of the configuration's hospitals. */
final class SiteOption {
    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Which hospital; needed where the configuration has several.")
    private Optional<String> site = Optional.empty();

    /** The one that was named, or the only one. */
    Hospital of(SiteConfig home) {
        if (site.isPresent()) {
            return home.hospital(site.get());
        }
        if (home.hospitals().size() != 1) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "--site is needed: site.hospitals has "
                            + home.hospitals().stream().map(Hospital::name).toList());
        }
        return home.hospitals().get(0);
    }
}
