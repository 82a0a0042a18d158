package dev.auricle.deploy.launch;

import dev.auricle.aggregator.AggregatorConfig;
import dev.auricle.inference.InferenceConfig;
import dev.auricle.ingest.IngestConfig;
import dev.auricle.schemas.configuration.Configuration;
import dev.auricle.schemas.connect.FederationConfig;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.topic.TopicSettings;
import dev.auricle.trainer.TrainerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option {@code --config} and what is in the file. Each process reads the sections it needs. */
final class ConfigurationFile {
    private static final Set<String> SECTIONS =
            Set.of("federation", "site", "topics", "dicom", "ingest", "trainer", "aggregator", "inference");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "auricle.yaml",
            description = "Configuration file (default: ${DEFAULT-VALUE}); deploy/auricle.yaml is an example.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    FederationConfig federation() {
        return read().section("federation", FederationConfig.class);
    }

    SiteConfig site() {
        return read().section("site", SiteConfig.class);
    }

    TopicSettings topics() {
        return read().section("topics", TopicSettings.class);
    }

    DicomConfig dicom() {
        return read().section("dicom", DicomConfig.class);
    }

    IngestConfig ingest() {
        return read().section("ingest", IngestConfig.class);
    }

    TrainerConfig trainer() {
        return read().section("trainer", TrainerConfig.class);
    }

    AggregatorConfig aggregator() {
        return read().section("aggregator", AggregatorConfig.class);
    }

    InferenceConfig inference() {
        return read().section("inference", InferenceConfig.class);
    }

    private Configuration read() {
        if (!Files.isReadable(file)) {
            throw new CommandFailed(
                    ExitCode.CONFIGURATION,
                    file
                            + " is not there or cannot be read; --config names another, deploy/auricle.yaml is an example");
        }
        return Configuration.read(file, System.getenv()).withSections(SECTIONS);
    }
}
