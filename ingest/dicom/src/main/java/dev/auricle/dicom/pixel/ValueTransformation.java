package dev.auricle.dicom.pixel;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.dictionary.Tags;

/** From stored values to those of the modality, for example Hounsfield (PS3.3, C.11.1): a line or a table. */
public sealed interface ValueTransformation permits Rescale, LookupTable {
    /** The value of the modality. */
    double apply(double stored);

    /** What an image says; nothing is {@link Rescale#IDENTITY}. */
    static ValueTransformation of(DataSet image) {
        boolean signed =
                image.find(Tags.PIXEL_REPRESENTATION).map(Value::integer).orElse(0) == 1;
        return image.firstItem(Tags.MODALITY_LUT_SEQUENCE)
                .<ValueTransformation>map(item -> LookupTable.ofItem(item, signed))
                .orElseGet(() -> Rescale.of(image));
    }
}
