package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import java.util.Optional;

/**
 * C: of text the words that may stay; of dates the same distance before another day; of a sequence what its items have
 * left. What cannot be cleaned, or has nothing left, takes the other action.
 *
 * @param otherwise the Basic Profile's
 */
record Clean(Action otherwise) implements Action {
    @Override
    public Optional<Element> apply(Element element, DataSet in, Pass pass) {
        if (element instanceof SequenceElement sequence) {
            return Optional.of(pass.items(sequence, in, pass::item));
        }
        return element instanceof ValueElement value && !value.isEmpty()
                ? cleaned(value, in, pass).or(() -> otherwise.apply(element, in, pass))
                : otherwise.apply(element, in, pass);
    }

    private static Optional<Element> cleaned(ValueElement element, DataSet in, Pass pass) {
        return switch (Representations.understood(element)) {
            case DA, DT -> pass.subject().shift().of(element, in);
            case TM -> Optional.of(pass.vetting().vet(element, in));
            case LO, SH, LT, ST, UT, UC -> words(element, pass);
            default -> Optional.empty();
        };
    }

    private static Optional<Element> words(ValueElement element, Pass pass) {
        var words = pass.words().clean(element.value(), pass.vetting().identifiers()::areIn);
        return Optional.of(words)
                .filter(left -> !left.isEmpty())
                .map(left -> Text.element(element.tag(), Representations.understood(element), left));
    }
}
