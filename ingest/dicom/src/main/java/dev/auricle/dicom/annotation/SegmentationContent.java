package dev.auricle.dicom.annotation;

import java.time.LocalDateTime;

/**
 * What a segmentation says of itself.
 *
 * @param label Content Label: at most 16 capitals, digits, spaces and underscores
 * @param description Content Description, and Series Description
 * @param creator Content Creator's Name, a person or a program; may be empty
 * @param created when it was made, in the time zone of the images
 * @param equipment what made it
 */
public record SegmentationContent(
        String label, String description, String creator, LocalDateTime created, Equipment equipment) {
    public SegmentationContent {
        if (!label.matches("[A-Z0-9_ ]{1,16}")) {
            throw new IllegalArgumentException("a content label is 1 to 16 of A-Z, 0-9, _ and space, got " + label);
        }
    }

    /** The program that made it, in the terms of Enhanced General Equipment (PS3.3, C.7.5.2). None may be empty. */
    public record Equipment(String manufacturer, String model, String serialNumber, String softwareVersion) {
        public Equipment {
            for (var part : new String[] {manufacturer, model, serialNumber, softwareVersion}) {
                if (part.isBlank()) {
                    throw new IllegalArgumentException(
                            "equipment has a manufacturer, model, serial number and software version");
                }
            }
        }
    }
}
