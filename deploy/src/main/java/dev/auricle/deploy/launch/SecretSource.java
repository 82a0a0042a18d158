package dev.auricle.deploy.launch;

import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.identity.KeyedHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a command has a site's secret from: a file or the environment; arguments are seen by everybody. */
final class SecretSource {
    private static final String VARIABLE = "AURICLE_SECRET";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "File with the site's secret. Without it, the environment variable " + VARIABLE + " has it.")
    private Optional<Path> file = Optional.empty();

    KeyedHash hash() {
        var secret = file.map(SecretSource::read)
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE, "no secret: give --secret-file, or set the environment variable " + VARIABLE));
        try {
            return new KeyedHash(new Secret(secret));
        } catch (IllegalArgumentException tooShort) {
            throw new CommandFailed(ExitCode.USAGE, String.valueOf(tooShort.getMessage()), tooShort);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new CommandFailed(ExitCode.USAGE, file + " cannot be read", missing);
        }
    }
}
