package dev.auricle.deploy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.annotation.SegmentationReader;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.Volume;
import dev.auricle.dicom.space.VolumeReader;
import dev.auricle.dicom.syntax.DicomFile;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhantomStudyTest {
    @ParameterizedTest
    @EnumSource
    void images_are_a_stack_on_the_geometry_of_the_truth(PhantomSite site) {
        // Given
        var study = PhantomStudy.of(3, site, 2);
        var files = study.images().stream()
                .map(image -> DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .toList();
        // When
        var read = VolumeReader.read(files);
        // Then
        assertThat(read)
                .asInstanceOf(InstanceOfAssertFactories.type(Volume.Assembled.class))
                .satisfies(assembled -> {
                    assertThat(assembled.volume().geometry())
                            .isEqualTo(study.truth().geometry());
                    assertThat(assembled.order())
                            .containsExactlyElementsOf(
                                    IntStream.range(0, files.size()).boxed().toList());
                });
    }

    @ParameterizedTest
    @EnumSource
    void the_label_is_what_the_readers_of_the_site_draw(PhantomSite site) {
        // Given
        var study = PhantomStudy.of(3, site, 2);
        var truth = study.truth();
        // When
        var read = SegmentationReader.read(study.label()).mask(1, truth.geometry());
        // Then
        assertThat(read.labels()).isEqualTo(site.habit().drawn(truth).labels());
        assertThat(dice(read, truth)).isBetween(0.82, 1.0);
    }

    @Test
    void the_readers_of_west_draw_less_than_there_is_and_those_of_south_more() {
        // Given
        var north = PhantomStudy.of(3, PhantomSite.NORTH, 1);
        var west = PhantomStudy.of(3, PhantomSite.WEST, 1);
        var south = PhantomStudy.of(3, PhantomSite.SOUTH, 1);
        // When
        double plain = drawnShare(north);
        double narrow = drawnShare(west);
        double wide = drawnShare(south);
        // Then
        assertThat(plain).isEqualTo(1);
        assertThat(narrow).isBetween(0.68, 0.88);
        assertThat(wide).isBetween(1.12, 1.32);
    }

    @Test
    void blood_of_the_left_atrium_is_as_bright_as_that_of_the_ventricles() {
        // Given
        var scanner = PhantomSite.NORTH.scanner();
        var draw = new PhantomIdentity(1, PhantomSite.NORTH, 1).draw("exposure");
        // When
        var contrast = scanner.tissues().seen(draw);
        // Then
        assertThat(contrast.signal(Tissue.LEFT_ATRIUM)).isEqualTo(contrast.signal(Tissue.BLOOD));
    }

    @Test
    void one_seed_makes_one_study_and_another_seed_another() {
        // Given
        var study = PhantomStudy.of(5, PhantomSite.WEST, 4);
        // When
        var again = PhantomStudy.of(5, PhantomSite.WEST, 4);
        var other = PhantomStudy.of(6, PhantomSite.WEST, 4);
        // Then
        assertThat(again.images()).isEqualTo(study.images());
        assertThat(again.label()).isEqualTo(study.label());
        assertThat(other.uid()).isNotEqualTo(study.uid());
        assertThat(other.truth().labels()).isNotEqualTo(study.truth().labels());
    }

    @Test
    void nobody_could_take_a_phantom_for_a_person() {
        // Given
        var study = PhantomStudy.of(1, PhantomSite.SOUTH, 7);
        // When
        var image = study.images().get(0);
        // Then
        assertThat(image.find(Tags.PATIENT_NAME).map(Value::string)).contains("Phantom^South^007");
        assertThat(image.find(Tags.PATIENT_ID).map(Value::string)).contains("PHANTOM-SOUTH-007");
        assertThat(study.label().find(Tags.PATIENT_ID).map(Value::string)).contains(study.patient());
        assertThat(study.label().find(Tags.STUDY_INSTANCE_UID).map(Value::string))
                .contains(study.uid());
    }

    private static double drawnShare(PhantomStudy study) {
        var drawn = SegmentationReader.read(study.label()).mask(1, study.truth().geometry());
        return (double) drawn.count(1) / study.truth().count(1);
    }

    private static double dice(Mask one, Mask other) {
        long both = IntStream.range(0, one.labels().length)
                .filter(voxel -> one.labels()[voxel] == 1 && other.labels()[voxel] == 1)
                .count();
        return 2.0 * both / (one.count(1) + other.count(1));
    }
}
