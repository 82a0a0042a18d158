package dev.auricle.deploy.survive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.network.OutgoingInstance;
import dev.auricle.dicom.network.SendOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gateway does on bad days and with large studies: what it has acknowledged is there, and it stays small. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EdgeIT {
    /** A heap of 256 MiB, and what Java, the network and the stores have beside it. */
    private static final long MOST_MEBIBYTES = 640;

    private static final long TWO_GIBIBYTES = 1L << 31;
    private static final int SIDE = 512;

    @TempDir
    private Path directory;

    @Test
    void when_the_brokers_disk_is_full_the_pacs_keeps_what_is_not_acknowledged_and_nothing_else_is_lost()
            throws IOException {
        try (var disk = SmallDisk.mount(Files.createDirectories(directory.resolve("disk")), 64);
                var run = new EdgeRun("disk-full", directory)) {
            // Given
            run.begin(disk.place().resolve("kafka"));
            var slices = TestSlices.of(0, 140, SIDE);
            // When
            var first = run.send(slices);
            // Then
            assertThat(first).extracting(SendOutcome::isStored).contains(true, false);
            // When there is room again
            if (!run.hasBrokerEnded()) {
                run.killBroker();
            }
            disk.enlarge(600);
            run.startBrokerAgain();
            var second = run.send(refused(slices, first));
            // Then
            assertThat(second).allMatch(SendOutcome::isStored);
            assertThat(run.received()).isEqualTo(uids(slices));
        }
    }

    @Test
    void while_the_broker_is_down_for_a_minute_nothing_is_acknowledged_and_afterwards_everything_can_be() {
        try (var run = new EdgeRun("broker-down", directory)) {
            // Given
            run.begin(directory.resolve("kafka"));
            var before = TestSlices.of(0, 50, SIDE);
            assertThat(run.send(before)).allMatch(SendOutcome::isStored);
            run.killBroker();
            // When
            long back = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            var meanwhile = TestSlices.of(50, 52, SIDE);
            var answers = new ArrayList<SendOutcome>();
            while (System.nanoTime() < back) {
                answers.addAll(run.send(meanwhile));
            }
            run.startBrokerAgain();
            // Then
            assertThat(answers).isNotEmpty().noneMatch(SendOutcome::isStored);
            assertThat(run.received()).isEqualTo(uids(before));
            assertThat(run.send(meanwhile)).allMatch(SendOutcome::isStored);
            assertThat(run.received()).isEqualTo(uids(TestSlices.of(0, 52, SIDE)));
        }
    }

    @Test
    void ten_thousand_instances_in_one_series_are_assembled_in_little_memory() {
        try (var run = new EdgeRun("ten-thousand", directory)) {
            // Given
            run.begin(directory.resolve("kafka"));
            // When
            var outcomes = run.send(TestSlices.of(0, 10_000, 64));
            // Then
            assertThat(outcomes).allMatch(SendOutcome::isStored);
            run.awaitThat(
                    "assembled",
                    () -> run.assembled().stream().anyMatch(series -> series.getInstanceCount() == 10_000));
            assertThat(run.received()).hasSize(10_000);
            assertThat(run.gatewaysPeakMebibytes()).isLessThan(MOST_MEBIBYTES);
        }
    }

    @Test
    void two_gibibytes_of_one_instance_go_through_in_little_memory() {
        try (var run = new EdgeRun("two-gibibytes", directory)) {
            // Given
            run.begin(directory.resolve("kafka"));
            // When
            var outcomes = run.send(List.of(TestSlices.multiFrame(TWO_GIBIBYTES)));
            // Then
            assertThat(outcomes).allMatch(SendOutcome::isStored);
            run.awaitThat("assembled", () -> !run.assembled().isEmpty());
            assertThat(run.received()).containsExactly("2.25.900");
            assertThat(run.gatewaysPeakMebibytes()).isLessThan(MOST_MEBIBYTES);
            // And what comes after it is as welcome
            assertThat(run.send(TestSlices.of(0, 3, 64))).allMatch(SendOutcome::isStored);
        }
    }

    private static List<OutgoingInstance> refused(List<OutgoingInstance> all, List<SendOutcome> outcomes) {
        var stored = outcomes.stream()
                .filter(SendOutcome::isStored)
                .map(SendOutcome::sopInstance)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(instance -> !stored.contains(instance.sopInstance()))
                .toList();
    }

    private static Set<String> uids(List<OutgoingInstance> instances) {
        return instances.stream().map(OutgoingInstance::sopInstance).collect(Collectors.toSet());
    }
}
