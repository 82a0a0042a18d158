package dev.auricle.deploy.launch;

import dev.auricle.dicom.tls.ClientTls;
import dev.auricle.dicom.tls.Credential;
import dev.auricle.dicom.tls.TlsProfile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a DICOM command speaks TLS, if it does. */
final class TlsOptions {
    @Option(names = "--tls", required = true, description = "Speak TLS 1.3 or 1.2.")
    @SuppressWarnings("UnusedVariable") // that it is given is what makes picocli fill the others
    private boolean wanted;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Our certificates in PEM, or a PKCS #12 with the key.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Our key in PEM (PKCS #8).")
    private @Nullable Path key;

    @Option(
            names = "--tls-password-variable",
            paramLabel = "NAME",
            description = "Environment variable with the password of the key or PKCS #12.")
    private @Nullable String variable;

    @Option(
            names = "--tls-trust",
            paramLabel = "FILE",
            description = "Who must have signed the peer's certificate, in PEM (default: those that Java trusts).")
    private @Nullable Path trust;

    @Option(
            names = "--tls-name",
            paramLabel = "NAME",
            description = "The name in the peer's certificate, if it is not HOST.")
    private @Nullable String name;

    @Option(
            names = "--tls-profile",
            paramLabel = "PROFILE",
            defaultValue = "BCP195",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private TlsProfile profile;

    ClientTls tls() {
        var credential = Optional.ofNullable(certificate)
                .map(file -> new Credential(file, Optional.ofNullable(key), password()));
        return new ClientTls(credential, Optional.ofNullable(trust), profile, Optional.ofNullable(name));
    }

    private String password() {
        return Optional.ofNullable(variable)
                .map(named -> Optional.ofNullable(System.getenv(named))
                        .orElseThrow(() ->
                                new CommandFailed(ExitCode.USAGE, "the environment variable " + named + " is not set")))
                .orElse("");
    }
}
