package dev.auricle.deploy.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.syntax.DataSetWriter;
import dev.auricle.schemas.identity.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomHospitalsTest {
    private static final List<HospitalStudies> HOSPITALS = PhantomHospitals.of(1);

    @Test
    void are_three_with_eight_patients_to_learn_from_and_two_withheld() {
        // Given
        var hospitals = HOSPITALS;
        // When
        var names = hospitals.stream().map(HospitalStudies::name);
        // Then
        assertThat(names).containsExactly("north", "west", "south");
        assertThat(hospitals).allSatisfy(hospital -> {
            assertThat(hospital.learning()).hasSize(8);
            assertThat(hospital.heldOut()).hasSize(2);
            assertThat(studies(hospital).map(Study::truth)).allMatch(truth -> truth.isPresent());
        });
    }

    @Test
    void name_every_object_differently() {
        // Given
        var instances = HOSPITALS.stream()
                .flatMap(PhantomHospitalsTest::studies)
                .flatMap(PhantomHospitalsTest::instances)
                .toList();
        // When
        var uids = instances.stream()
                .map(instance ->
                        instance.read().dataSet().require(Tags.SOP_INSTANCE_UID).string());
        // Then
        assertThat(uids).doesNotHaveDuplicates().hasSizeGreaterThan(500);
    }

    /** Whoever changes phantoms changes what the figures of the demo mean: let it be on purpose. */
    @Test
    void of_the_seed_1_have_the_bytes_they_always_had() throws Exception {
        // Given
        var hospitals = HOSPITALS;
        // When
        var hashes = hospitals.stream().map(PhantomHospitalsTest::sha256);
        // Then
        assertThat(hashes)
                .containsExactly(
                        "11dec9d8e4f7e4a317274decd0b4fb8c549b4370022567c80949bef14b12860f",
                        "bdfc47d1143b1ea0cf246180b381b137db8cbc0eb19a7087ea4de962eddb10e3",
                        "0029cb84b15014d52cc5f5650bce3bd9b37e4c114e684230ff4528da349bddbb");
    }

    private static String sha256(HospitalStudies hospital) {
        var digest = Sha256.digest();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (var instance :
                    studies(hospital).flatMap(PhantomHospitalsTest::instances).toList()) {
                DataSetWriter.write(instance.read().dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                        .writeTo(out);
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Stream<Study> studies(HospitalStudies hospital) {
        return Stream.concat(hospital.learning().stream(), hospital.heldOut().stream());
    }

    private static Stream<Instance> instances(Study study) {
        return Stream.concat(study.images().stream().flatMap(List::stream), study.annotations().stream());
    }
}
