package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.dictionary.Vr;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values look that are no free text (PS3.5, 6.2); what looks so names nobody. */
enum Form {
    DA("\\d{4}\\.?\\d{2}\\.?\\d{2}"),
    DS("[-+0-9.eE]*"),
    DT("\\d{4,14}(\\.\\d{1,6})?([-+]\\d{4})?"),
    IS("[-+0-9.]*"),
    TM("\\d{2}(:?\\d{2}){0,2}(\\.\\d{1,6})?"),
    UI("[0-9.]*");

    private static final Map<Vr, Form> BY_REPRESENTATION = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(form -> Vr.valueOf(form.name()), Function.identity()));

    private final Pattern pattern;

    Form(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    static Optional<Form> of(Vr vr) {
        return Optional.ofNullable(BY_REPRESENTATION.get(vr));
    }

    boolean fits(String text) {
        return text.isBlank() || pattern.matcher(text).matches();
    }
}
