package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Ages (AS). Above 89 few people are left to be confused with: all of them are 90 years old. */
final class Age {
    private static final Pattern FORM = Pattern.compile("(\\d{3})([DWMY]) *");
    private static final int OLDEST_YEARS = 89;

    private Age() {}

    static ValueElement capped(ValueElement age) {
        var match = FORM.matcher(age.value().string(StandardCharsets.ISO_8859_1));
        if (!match.matches()) {
            return Dummy.standIn(age);
        }
        boolean old = match.group(2).equals("Y") && Integer.parseInt(match.group(1)) > OLDEST_YEARS;
        return old ? Text.element(age.tag(), Vr.AS, "090Y") : age;
    }
}
