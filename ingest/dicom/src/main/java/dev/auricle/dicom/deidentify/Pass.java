package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.SequenceElement.Item;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One object on its way through a profile, with all its items. */
final class Pass {
    private static final Action REMOVE = new Remove();
    private static final Action DUMMY = new Dummy();
    private static final Action KEEP = new Keep();

    private final Profile profile;
    private final Rules rules;
    private final UidMap uids;
    private final Subject subject;
    private final Vetting vetting;
    private final SafePrivate safePrivate;

    Pass(DataSet identified, Profile profile, Rules rules, Pseudonyms pseudonyms) {
        this.profile = profile;
        this.rules = rules;
        uids = new UidMap(pseudonyms);
        subject = Subject.of(identified, pseudonyms);
        vetting = new Vetting(Identifiers.of(identified, profile));
        safePrivate = SafePrivate.of(identified);
    }

    Subject subject() {
        return subject;
    }

    Vetting vetting() {
        return vetting;
    }

    UidMap uids() {
        return uids;
    }

    Words words() {
        return profile.words();
    }

    /** Every attribute by its action. */
    DataSet dataSet(DataSet dataSet) {
        var safe = profile.has(ProfileOption.RETAIN_SAFE_PRIVATE) ? safePrivate.in(dataSet) : Set.<Tag>of();
        var kept = new ArrayList<Element>(dataSet.size());
        dataSet.elements()
                .forEach(element ->
                        action(element, safe).apply(element, dataSet, this).ifPresent(kept::add));
        return DataSet.of(kept);
    }

    /** An item of a sequence: as a data set; of content that identifies by what it is about, no more than this name. */
    DataSet item(DataSet item) {
        return IdentifyingConcepts.isOne(item, profile)
                ? dummies(item)
                        .with(item.element(Tags.CONCEPT_NAME_CODE_SEQUENCE)
                                .flatMap(name -> KEEP.apply(name, item, this))
                                .orElseThrow())
                : dataSet(item);
    }

    /** An item of a sequence that is to say nothing: its structure, with dummies for values. */
    DataSet dummies(DataSet item) {
        var kept = new ArrayList<Element>(item.size());
        item.elements()
                .forEach(element -> silent(element).apply(element, item, this).ifPresent(kept::add));
        return DataSet.of(kept);
    }

    /** The sequence with every item treated; how lengths are encoded stays. */
    SequenceElement items(SequenceElement sequence, DataSet in, UnaryOperator<DataSet> treatment) {
        var dataSets = in.items(sequence.tag());
        var items = new ArrayList<Item>(dataSets.size());
        for (int i = 0; i < dataSets.size(); i++) {
            items.add(new Item(
                    treatment.apply(dataSets.get(i)), sequence.items().get(i).length()));
        }
        return new SequenceElement(sequence.tag(), sequence.vr(), items, sequence.length());
    }

    private Action action(Element element, Set<Tag> safe) {
        if (!element.tag().isPrivate()) {
            return rules.of(element);
        }
        if (!safe.contains(element.tag())) {
            return REMOVE;
        }
        return element.tag().isPrivateCreator() ? KEEP : rules.ofSafePrivate(element);
    }

    /** UIDs, code strings and counts keep the structure whole; everything else is a value. */
    private Action silent(Element element) {
        var action = action(element, Set.of());
        if (action instanceof Remove || action instanceof Empty || action instanceof MapUid) {
            return action;
        }
        return isStructure(Representations.understood(element)) ? action : DUMMY;
    }

    private static boolean isStructure(Vr vr) {
        return switch (vr) {
            case AT, CS, SL, SS, SV, UI, UL, US, UV -> true;
            default -> false;
        };
    }
}
