package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.deploy.survive.FhirGate.Way;
import dev.auricle.inference.encode.ResultIdentity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inference is killed in the middle of a delivery, again and again, and everything is there once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeliveryKillIT {
    private static final List<String> STUDIES = List.of("1.2.3", "1.2.4");

    @Test
    void killed_before_between_and_after_the_two_targets_it_leaves_one_of_everything(@TempDir Path directory) {
        try (var run = new DeliveryRun(directory)) {
            // Given: segmented, and nobody there to take it
            run.begin(STUDIES);
            run.awaitThat("segmented", () -> run.segmentations().size() == STUDIES.size());
            // When
            run.killAndStartAgain();
            // Given: the SEG is stored, FHIR has nothing
            run.gate().set(Way.SHUT);
            var archive = run.openArchive();
            run.awaitThat("a transaction is kept back", () -> run.gate().keptBack() == 1);
            assertThat(archive.instances()).hasSize(1);
            assertThat(run.resources("DiagnosticReport")).isZero();
            // When
            run.gate().set(Way.ONE_WAY);
            run.killAndStartAgain();
            // Given: FHIR has it, inference does not know
            run.awaitThat("a transaction is not answered", () -> run.gate().unanswered() == 1);
            assertThat(run.resources("DiagnosticReport")).isEqualTo(1);
            assertThat(run.isAllDelivered()).isFalse();
            // When
            run.gate().set(Way.OPEN);
            run.killAndStartAgain();
            // Then
            run.awaitThat("delivered", run::isAllDelivered);
            assertThat(run.segmentations()).hasSize(STUDIES.size());
            assertThat(archive.instances())
                    .containsExactlyInAnyOrderElementsOf(run.segmentations().stream()
                            .map(segmentation -> ResultIdentity.of(segmentation).segUid())
                            .toList());
            assertThat(run.resources("DiagnosticReport")).isEqualTo(STUDIES.size());
            assertThat(run.resources("Observation")).isEqualTo(STUDIES.size());
            assertThat(run.resources("ImagingStudy")).isEqualTo(STUDIES.size());
            assertThat(run.resources("Provenance")).isEqualTo(STUDIES.size());
            assertThat(run.resources("Patient")).isEqualTo(1);
            assertThat(run.resources("Device")).isEqualTo(1);
            assertThat(run.failures()).isEmpty();
        }
    }
}
