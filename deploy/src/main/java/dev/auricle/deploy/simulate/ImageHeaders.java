package dev.auricle.deploy.simulate;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.DataSetBuilder;
import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.space.Vector;
import dev.auricle.learning.draw.RandomDraw;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what MR images say of themselves besides their pixels (MR Image Storage, PS3.3 section A.4). */
final class ImageHeaders {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final double TENTHS_OF_MICROMETRES = 10_000;

    private final PhantomIdentity identity;
    private final Scanner scanner;
    private final int slices;
    private final Vector isocentre;

    ImageHeaders(PhantomIdentity identity, RandomDraw draw) {
        this.identity = identity;
        scanner = identity.site().scanner();
        var sampling = scanner.sampling();
        slices = sampling.fewest() + draw.nextInt(sampling.most() - sampling.fewest() + 1);
        isocentre = new Vector(draw.nextBetween(-3, 3), draw.nextBetween(-3, 3), draw.nextBetween(-6, 0));
    }

    /** From the lowest slice to the highest. */
    List<DataSet> write() {
        var headers = new ArrayList<DataSet>();
        for (int slice = 0; slice < slices; slice++) {
            var header = DataSet.builder();
            patientAndStudy(header);
            series(header);
            equipment(header);
            acquisition(header);
            plane(slice, header);
            pixels(header);
            headers.add(header.build());
        }
        return headers;
    }

    private void patientAndStudy(DataSetBuilder header) {
        header.set(Tags.PATIENT_NAME, identity.patientName())
                .set(Tags.PATIENT_ID, identity.patientId())
                .empty(Tags.PATIENT_BIRTH_DATE)
                .set(Tags.PATIENT_SEX, "O")
                .set(Tags.PATIENT_COMMENTS, "Simulated. Not a person.")
                .set(Tags.STUDY_INSTANCE_UID, identity.uid("study"))
                .set(Tags.STUDY_DATE, identity.studied().format(DATE))
                .set(Tags.STUDY_TIME, identity.studied().format(TIME))
                .set(Tags.STUDY_ID, String.valueOf(identity.number()))
                .set(Tags.STUDY_DESCRIPTION, "Simulated heart")
                .empty(Tags.REFERRING_PHYSICIAN_NAME)
                .empty(Tags.ACCESSION_NUMBER);
    }

    private void series(DataSetBuilder header) {
        header.set(Tags.MODALITY, "MR")
                .set(Tags.SERIES_INSTANCE_UID, identity.uid("images"))
                .set(Tags.SERIES_NUMBER, 2)
                .set(Tags.SERIES_DATE, identity.studied().format(DATE))
                .set(Tags.SERIES_TIME, identity.studied().format(TIME))
                .set(Tags.SERIES_DESCRIPTION, "Simulated slices across the heart")
                .set(Tags.BODY_PART_EXAMINED, "HEART")
                .set(Tags.PATIENT_POSITION, "HFS")
                .set(Tags.FRAME_OF_REFERENCE_UID, identity.uid("frame of reference"))
                .empty(Tags.POSITION_REFERENCE_INDICATOR);
    }

    private void equipment(DataSetBuilder header) {
        header.set(Tags.MANUFACTURER, "Auricle")
                .set(Tags.MANUFACTURER_MODEL_NAME, "Phantom")
                .set(Tags.INSTITUTION_NAME, "Phantom " + identity.site().siteName())
                .set(Tags.DEVICE_SERIAL_NUMBER, identity.site().name())
                .set(Tags.SOFTWARE_VERSIONS, "1");
    }

    private void acquisition(DataSetBuilder header) {
        var sequence = scanner.sequence();
        header.set(Tags.SCANNING_SEQUENCE, sequence.type())
                .set(Tags.SEQUENCE_VARIANT, sequence.variant())
                .empty(Tags.SCAN_OPTIONS)
                .set(Tags.MR_ACQUISITION_TYPE, "2D")
                .set(Tags.SEQUENCE_NAME, sequence.name())
                .set(Tags.REPETITION_TIME, sequence.repetition())
                .set(Tags.ECHO_TIME, sequence.echo())
                .set(Tags.ECHO_TRAIN_LENGTH, 1)
                .set(Tags.FLIP_ANGLE, sequence.flip())
                .set(Tags.MAGNETIC_FIELD_STRENGTH, 1.5);
    }

    private void plane(int slice, DataSetBuilder header) {
        var sampling = scanner.sampling();
        var down = sampling.columnDirection();
        var corner = corner(slice);
        header.set(Tags.SOP_CLASS_UID, SopClass.MR_IMAGE.uid())
                .set(Tags.SOP_INSTANCE_UID, identity.uid("image " + (slice + 1)))
                .set(Tags.INSTANCE_NUMBER, slice + 1)
                .set(Tags.ACQUISITION_NUMBER, 1)
                .set(Tags.ACQUISITION_DATE, identity.studied().format(DATE))
                .set(Tags.ACQUISITION_TIME, identity.studied().format(TIME))
                .set(Tags.CONTENT_DATE, identity.studied().format(DATE))
                .set(Tags.CONTENT_TIME, identity.studied().format(TIME))
                .set(Tags.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "OTHER")
                .set(Tags.SLICE_THICKNESS, sampling.sliceSpacing())
                .set(Tags.SPACING_BETWEEN_SLICES, sampling.sliceSpacing())
                .set(Tags.PIXEL_SPACING, sampling.pixelSpacing(), sampling.pixelSpacing())
                .set(Tags.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, down.y(), down.z())
                .set(Tags.IMAGE_POSITION_PATIENT, rounded(corner.x()), rounded(corner.y()), rounded(corner.z()));
    }

    /** The centre of a slice's first pixel. */
    private Vector corner(int slice) {
        var sampling = scanner.sampling();
        var right = new Vector(1, 0, 0);
        var down = sampling.columnDirection();
        return isocentre
                .minus(right.times(sampling.pixelSpacing() * (sampling.columns() - 1) / 2))
                .minus(down.times(sampling.pixelSpacing() * (sampling.rows() - 1) / 2))
                .plus(right.cross(down).times(sampling.sliceSpacing() * (slice - (slices - 1) / 2.0)));
    }

    private static double rounded(double millimetres) {
        return Math.rint(millimetres * TENTHS_OF_MICROMETRES) / TENTHS_OF_MICROMETRES;
    }

    private void pixels(DataSetBuilder header) {
        var sampling = scanner.sampling();
        header.set(Tags.SAMPLES_PER_PIXEL, 1)
                .set(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .set(Tags.ROWS, sampling.rows())
                .set(Tags.COLUMNS, sampling.columns())
                .set(Tags.BITS_ALLOCATED, 16)
                .set(Tags.BITS_STORED, Exposure.BITS)
                .set(Tags.HIGH_BIT, Exposure.BITS - 1)
                .set(Tags.PIXEL_REPRESENTATION, 0)
                .set(Tags.WINDOW_CENTER, 700)
                .set(Tags.WINDOW_WIDTH, 1400);
    }
}
