package dev.auricle.deploy.supply;

import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.DicomException;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.syntax.DicomFile;
import dev.auricle.dicom.syntax.ReadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Real DICOM in folders: one a hospital, files in any order below it. */
public final class StudyFolders {
    private static final Set<String> ANNOTATIONS = Set.of(SopClass.SEGMENTATION.uid(), SopClass.RT_STRUCTURE_SET.uid());

    private final int holdOut;

    /**
     * Withholds some patients from learning.
     *
     * @param holdOut how many of each hospital, the last by patient identifier
     */
    public StudyFolders(int holdOut) {
        this.holdOut = holdOut;
    }

    /**
     * The hospitals below a folder, by name.
     *
     * @throws UnableToSupply when there are none, or one has nobody left to learn from
     */
    public List<HospitalStudies> read(Path directory) {
        var hospitals = folders(directory).stream().map(this::hospital).toList();
        if (hospitals.isEmpty()) {
            throw new UnableToSupply(
                    directory + " has no folders; one a hospital is wanted, with DICOM files below it");
        }
        return hospitals;
    }

    private HospitalStudies hospital(Path folder) {
        var files = new ArrayList<Instance.InFile>();
        int leftOut = 0;
        for (var file : files(folder)) {
            var read = header(file);
            read.ifPresent(files::add);
            leftOut += read.isPresent() ? 0 : 1;
        }
        var studies = studies(files);
        var patients =
                List.copyOf(new TreeSet<>(studies.stream().map(Study::patient).toList()));
        if (patients.size() <= holdOut) {
            throw new UnableToSupply(folder + " has " + patients.size() + " patients; with " + holdOut
                    + " held out there is nobody left to learn from");
        }
        var withheld = Set.copyOf(patients.subList(patients.size() - holdOut, patients.size()));
        return new HospitalStudies(
                folder.getFileName().toString(),
                studies.stream()
                        .filter(study -> !withheld.contains(study.patient()))
                        .toList(),
                studies.stream()
                        .filter(study -> withheld.contains(study.patient()))
                        .toList(),
                leftOut);
    }

    private static List<Study> studies(List<Instance.InFile> files) {
        Map<String, List<Instance.InFile>> byStudy = new TreeMap<>();
        files.forEach(file -> byStudy.computeIfAbsent(text(file, Tags.STUDY_INSTANCE_UID), uid -> new ArrayList<>())
                .add(file));
        return byStudy.entrySet().stream()
                .map(study -> study(study.getKey(), study.getValue()))
                .toList();
    }

    private static Study study(String uid, List<Instance.InFile> files) {
        Map<String, List<Instance>> images = new TreeMap<>();
        var annotations = new ArrayList<Instance>();
        for (var file : files) {
            if (ANNOTATIONS.contains(text(file, Tags.SOP_CLASS_UID))) {
                annotations.add(file);
            } else {
                images.computeIfAbsent(text(file, Tags.SERIES_INSTANCE_UID), series -> new ArrayList<>())
                        .add(file);
            }
        }
        return new Study(
                text(files.get(0), Tags.PATIENT_ID), uid, List.copyOf(images.values()), annotations, Optional.empty());
    }

    /** Empty where the file is no DICOM or does not say which study it is of. */
    private static Optional<Instance.InFile> header(Path file) {
        try {
            var header = DicomFile.readUntil(Tags.PIXEL_DATA, file, ReadLimits.DEFAULT);
            var instance = new Instance.InFile(file, header);
            boolean complete = !text(instance, Tags.STUDY_INSTANCE_UID).isEmpty()
                    && !text(instance, Tags.SERIES_INSTANCE_UID).isEmpty()
                    && !text(instance, Tags.SOP_INSTANCE_UID).isEmpty()
                    && !text(instance, Tags.SOP_CLASS_UID).isEmpty();
            return complete ? Optional.of(instance) : Optional.empty();
        } catch (DicomException | IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Instance.InFile instance, Tag tag) {
        return instance.header().dataSet().find(tag).map(Value::string).orElse("");
    }

    private static List<Path> folders(Path directory) {
        try (var below = Files.list(directory)) {
            return below.filter(Files::isDirectory).sorted().toList();
        } catch (IOException missing) {
            throw new UnableToSupply(directory + " cannot be opened", missing);
        }
    }

    private static List<Path> files(Path folder) {
        try (var below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UnableToSupply(folder + " cannot be read", failed);
        }
    }
}
