package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of data elements, at most one of each tag, in the order of the tags (PS3.5, section 7). Immutable. Values stay
 * the bytes they were read as; a data set that is read and written unchanged is the same bytes.
 */
public final class DataSet {
    public static final DataSet EMPTY = new DataSet(new Element[0], CharacterSet.DEFAULT);

    private static final Comparator<Element> BY_TAG = Comparator.comparing(Element::tag);

    private final Element[] elements;
    private final CharacterSet inherited;

    private DataSet(Element[] elements, CharacterSet inherited) {
        this.elements = elements;
        this.inherited = inherited;
    }

    /** The elements put in order; of several with one tag the first stays. */
    public static DataSet of(Collection<? extends Element> elements) {
        var sorted = elements.toArray(Element[]::new);
        if (!isStrictlyAscending(sorted)) {
            Arrays.sort(sorted, BY_TAG);
            sorted = withoutRepetition(sorted);
        }
        return new DataSet(sorted, CharacterSet.DEFAULT);
    }

    public static DataSetBuilder builder() {
        return new DataSetBuilder();
    }

    /** A builder that begins with these elements, less group lengths, which a change would make wrong. */
    public DataSetBuilder toBuilder() {
        var builder = new DataSetBuilder();
        elements().filter(element -> !element.tag().isGroupLength()).forEach(builder::put);
        return builder;
    }

    /** This data set with the element in place of any of the same tag. */
    public DataSet with(Element element) {
        return toBuilder().put(element).build();
    }

    /** This data set less these attributes. */
    public DataSet without(Tag... tags) {
        var unwanted = Set.of(tags);
        return of(elements()
                .filter(element ->
                        !unwanted.contains(element.tag()) && !element.tag().isGroupLength())
                .toList());
    }

    public Stream<Element> elements() {
        return Arrays.stream(elements);
    }

    public int size() {
        return elements.length;
    }

    public Optional<Element> element(Tag tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = elements[middle].tag().compareTo(tag);
            if (order == 0) {
                return Optional.of(elements[middle]);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** Whether the attribute is there, with or without a value. */
    public boolean contains(Tag tag) {
        return element(tag).isPresent();
    }

    /** The value of the attribute, if it is there and has one. */
    public Optional<Value> find(Tag tag) {
        return element(tag)
                .filter(element -> element instanceof ValueElement && !element.isEmpty())
                .map(element -> new Value((ValueElement) element, understood(element), characterSet()));
    }

    /** The value of the attribute, which must be there and have one, else {@link NoSuchAttribute}. */
    public Value require(Tag tag) {
        return find(tag).orElseThrow(() -> new NoSuchAttribute(tag));
    }

    /** The items of a sequence; none where it is absent. */
    public List<DataSet> items(Tag tag) {
        return element(tag)
                .filter(SequenceElement.class::isInstance)
                .map(element -> ((SequenceElement) element)
                        .items().stream()
                                .map(item -> item.dataSet().inheriting(characterSet()))
                                .toList())
                .orElse(List.of());
    }

    /** The first item of a sequence, if it has one. */
    public Optional<DataSet> firstItem(Tag tag) {
        return items(tag).stream().findFirst();
    }

    /** The first item of a sequence that must have one, else {@link NoSuchAttribute}. */
    public DataSet requireItem(Tag tag) {
        return firstItem(tag).orElseThrow(() -> new NoSuchAttribute(tag));
    }

    /** Who reserved the block that the private element is in (PS3.5, 7.8.1). */
    public Optional<String> privateCreator(Tag tag) {
        return new PrivateBlocks(this).creator(tag);
    }

    /**
     * Where a private element is in this data set, whichever block its creator reserved.
     *
     * @param offset the lower eight bits of the element's number, which the creator chose
     */
    public Optional<Tag> privateTag(String creator, int group, int offset) {
        return new PrivateBlocks(this).tag(creator, group, offset);
    }

    /** How text in this data set is encoded: its own Specific Character Set or that of what it is an item of. */
    public CharacterSet characterSet() {
        return element(Tags.SPECIFIC_CHARACTER_SET)
                .map(CharacterSet::declaredBy)
                .orElse(inherited);
    }

    /** This data set, its text encoded in the set where it declares none itself: that of what it is a part of. */
    public DataSet inheriting(CharacterSet parent) {
        return new DataSet(elements, parent);
    }

    private static Vr understood(Element element) {
        return element.vr() == Vr.UN
                ? Dictionary.standard().representation(element.tag(), PixelRepresentation.UNSIGNED)
                : element.vr();
    }

    private static boolean isStrictlyAscending(Element[] elements) {
        for (int i = 1; i < elements.length; i++) {
            if (BY_TAG.compare(elements[i - 1], elements[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Element[] withoutRepetition(Element[] sorted) {
        return Stream.iterate(0, i -> i < sorted.length, i -> i + 1)
                .filter(i -> i == 0 || !sorted[i].tag().equals(sorted[i - 1].tag()))
                .map(i -> sorted[i])
                .toArray(Element[]::new);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DataSet that && Arrays.equals(elements, that.elements);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(elements);
    }

    /** The number of elements only: values may be about a patient. */
    @Override
    public String toString() {
        return "data set of " + elements.length + " elements";
    }
}
