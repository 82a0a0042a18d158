package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import java.util.List;
import java.util.Set;

/**
 * Which images a rule is for; what is empty matches any.
 *
 * @param modality for example US
 * @param manufacturer as the image has it, in whatever case
 * @param model as the image has it, in whatever case
 * @param size in pixels
 * @param imageType values that Image Type has, among others
 */
public record ImageSelector(String modality, String manufacturer, String model, Size size, List<String> imageType) {
    public ImageSelector {
        imageType = List.copyOf(imageType);
    }

    /** Rows and columns; 0 is any number. */
    public record Size(int rows, int columns) {
        public static final Size ANY = new Size(0, 0);

        public Size {
            if (rows < 0 || columns < 0) {
                throw new IllegalArgumentException("no image has " + rows + " rows and " + columns + " columns");
            }
        }
    }

    boolean matches(DataSet image) {
        return matches(image, Tags.MODALITY, modality)
                && matches(image, Tags.MANUFACTURER, manufacturer)
                && matches(image, Tags.MANUFACTURER_MODEL_NAME, model)
                && matches(image, Tags.ROWS, size.rows())
                && matches(image, Tags.COLUMNS, size.columns())
                && Set.copyOf(Text.of(image, Tags.IMAGE_TYPE).orElse(List.of())).containsAll(imageType);
    }

    private static boolean matches(DataSet image, Tag tag, String wanted) {
        return wanted.isEmpty()
                || Text.key(image, tag).filter(wanted::equalsIgnoreCase).isPresent();
    }

    private static boolean matches(DataSet image, Tag tag, int wanted) {
        return wanted == 0
                || image.find(tag)
                        .map(Value::integer)
                        .filter(number -> number == wanted)
                        .isPresent();
    }
}
