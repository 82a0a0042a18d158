package dev.auricle.deploy.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.DicomFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StudyFoldersTest {
    private static final String MR = SopClass.MR_IMAGE.uid();

    @TempDir
    private Path directory;

    private int files;

    @Test
    void each_folder_is_a_hospital_by_name() throws IOException {
        // Given
        write("west", "P1", "1.1", "1.1.1", MR);
        write("east", "P1", "2.1", "2.1.1", MR);
        Files.writeString(directory.resolve("sites.csv"), "beside the folders, nobody's");
        // When
        var hospitals = new StudyFolders(0).read(directory);
        // Then
        assertThat(hospitals).extracting(HospitalStudies::name).containsExactly("east", "west");
        assertThat(hospitals).extracting(HospitalStudies::leftOut).containsExactly(0, 0);
    }

    @Test
    void instances_become_series_and_studies_in_whichever_folders_they_lie() throws IOException {
        // Given
        write("east/a", "P1", "1.1", "1.1.1", MR);
        write("east/b/c", "P1", "1.1", "1.1.2", MR);
        write("east/b", "P1", "1.1", "1.1.1", MR);
        write("east/b", "P1", "1.2", "1.2.1", MR);
        // When
        var studies = read(0).learning();
        // Then
        assertThat(studies).extracting(Study::uid).containsExactly("1.1", "1.2");
        assertThat(studies.get(0).images()).extracting(List::size).containsExactly(2, 1);
        assertThat(studies.get(0).imageCount()).isEqualTo(3);
    }

    @Test
    void annotations_stand_beside_images_not_among_them() throws IOException {
        // Given
        write("east", "P1", "1.1", "1.1.1", MR);
        write("east", "P1", "1.1", "1.1.2", SopClass.SEGMENTATION.uid());
        write("east", "P1", "1.1", "1.1.3", SopClass.RT_STRUCTURE_SET.uid());
        // When
        var study = read(0).learning().get(0);
        // Then
        assertThat(study.imageCount()).isEqualTo(1);
        assertThat(study.annotations())
                .extracting(annotation -> annotation.outgoing().sopClass())
                .containsExactly(SopClass.SEGMENTATION.uid(), SopClass.RT_STRUCTURE_SET.uid());
        assertThat(study.truth()).isEmpty();
    }

    @Test
    void the_last_patients_by_identifier_are_withheld_with_all_of_their_studies() throws IOException {
        // Given
        write("east", "P3", "1.1", "1.1.1", MR);
        write("east", "P1", "1.2", "1.2.1", MR);
        write("east", "P2", "1.3", "1.3.1", MR);
        write("east", "P3", "1.4", "1.4.1", MR);
        // When
        var hospital = read(1);
        // Then
        assertThat(hospital.learning()).extracting(Study::patient).containsExactly("P1", "P2");
        assertThat(hospital.heldOut()).extracting(Study::uid).containsExactly("1.1", "1.4");
    }

    @Test
    void what_is_no_dicom_or_of_no_study_is_counted() throws IOException {
        // Given
        write("east", "P1", "1.1", "1.1.1", MR);
        Files.writeString(directory.resolve("east/readme.txt"), "about these images");
        Files.write(directory.resolve("east/empty.dcm"), new byte[0]);
        save("east", DataSet.builder().set(Tags.SOP_CLASS_UID, MR).set(Tags.SOP_INSTANCE_UID, "1.9"));
        // When
        var hospital = read(0);
        // Then
        assertThat(hospital.leftOut()).isEqualTo(3);
        assertThat(hospital.learning()).hasSize(1);
    }

    @Test
    void pixels_stay_in_the_file_until_somebody_asks() throws IOException {
        // Given
        write("east", "P1", "1.1", "1.1.1", MR);
        // When
        var instance = read(0).learning().get(0).images().get(0).get(0);
        // Then
        assertThat(((Instance.InFile) instance).header().dataSet().find(Tags.PIXEL_DATA))
                .isEmpty();
        assertThat(instance.read().dataSet().find(Tags.PIXEL_DATA)).isPresent();
    }

    @Test
    void a_hospital_with_nobody_left_to_learn_from_is_refused() throws IOException {
        // Given
        write("east", "P1", "1.1", "1.1.1", MR);
        write("east", "P2", "1.2", "1.2.1", MR);
        // Then
        assertThatThrownBy(() -> new StudyFolders(2).read(directory))
                .isInstanceOf(UnableToSupply.class)
                .hasMessageContaining("east has 2 patients")
                .hasMessageContaining("nobody left to learn from");
    }

    @Test
    void a_folder_without_folders_is_refused() {
        assertThatThrownBy(() -> new StudyFolders(0).read(directory))
                .isInstanceOf(UnableToSupply.class)
                .hasMessageContaining(directory + " has no folders");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> new StudyFolders(0).read(directory.resolve("absent")))
                .isInstanceOf(UnableToSupply.class)
                .hasMessageContaining("absent cannot be opened");
    }

    private HospitalStudies read(int holdOut) {
        return new StudyFolders(holdOut).read(directory).get(0);
    }

    private void write(String folder, String patient, String study, String series, String sopClass) throws IOException {
        save(
                folder,
                DataSet.builder()
                        .set(Tags.SOP_CLASS_UID, sopClass)
                        .set(Tags.SOP_INSTANCE_UID, series + "." + files)
                        .set(Tags.PATIENT_ID, patient)
                        .set(Tags.STUDY_INSTANCE_UID, study)
                        .set(Tags.SERIES_INSTANCE_UID, series)
                        .bytes(Tags.PIXEL_DATA, Vr.OW, new byte[8]));
    }

    /** Files are named in the order in which they are written. */
    private void save(String folder, DataSetBuilder dataSet) throws IOException {
        var file = Files.createDirectories(directory.resolve(folder)).resolve("%03d.dcm".formatted(files++));
        DicomFile.of(dataSet.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(file);
    }
}
