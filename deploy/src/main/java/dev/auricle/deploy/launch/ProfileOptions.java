package dev.auricle.deploy.launch;

import dev.auricle.dicom.deidentify.ProfileOption;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The profile's options by their names. */
final class ProfileOptions implements ITypeConverter<ProfileOption> {
    static final String NAMES = "retain-uids, retain-safe-private, retain-device-identity, retain-institution-identity,"
            + " retain-patient-characteristics, retain-full-dates, retain-modified-dates, clean-descriptors,"
            + " clean-structured-content, clean-graphics, clean-pixel-data";

    @Override
    public ProfileOption convert(String name) {
        return ProfileOption.named(name)
                .orElseThrow(() -> new TypeConversionException("'" + name + "' is none of " + NAMES));
    }
}
