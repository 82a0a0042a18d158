package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.SequenceElement.Item;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads elements, sequences and fragments by descent; the depth of the descent is limited. */
final class DataSetParser {
    private final Cursor cursor;
    private final ReadLimits limits;
    private Level top;

    DataSetParser(Source source, Encoding encoding, ReadLimits limits) {
        this(source, new Level(encoding, PixelRepresentation.UNSIGNED, 0), limits);
    }

    private DataSetParser(Source source, Level top, ReadLimits limits) {
        this.cursor = new Cursor(source);
        this.top = top;
        this.limits = limits;
    }

    /** Everything up to the end. */
    DataSet whole() {
        return elements(top, cursor.end());
    }

    /** Everything in front of the first element whose tag says stop. */
    DataSet inFront(Predicate<Tag> stop) {
        var elements = new ArrayList<Element>();
        readInFront(stop, elements);
        return DataSet.of(elements);
    }

    /** Whatever is whole, in front of the first element whose tag says stop. */
    Header wholeInFront(Predicate<Tag> stop) {
        var elements = new ArrayList<Element>();
        try {
            readInFront(stop, elements);
            return new Header(DataSet.of(elements), hasNext());
        } catch (UnableToReadDataSet e) {
            if (e.malformation() != Malformation.TRUNCATED) {
                throw e;
            }
            return new Header(DataSet.of(elements), false);
        }
    }

    private void readInFront(Predicate<Tag> stop, List<Element> elements) {
        while (hasNext() && !stop.test(cursor.peekTag(top.encoding()))) {
            elements.add(next(nextHeader()));
        }
    }

    boolean hasNext() {
        return !cursor.isAt(cursor.end());
    }

    /** The header of the next element, whose value must be read next. */
    ElementHeader nextHeader() {
        return notDelimiter(cursor.header(top.encoding(), top.pixels(), cursor.end()));
    }

    /** The element whose header was read last. */
    Element next(ElementHeader header) {
        var element = value(header, top, cursor.end());
        top = following(element, top);
        return element;
    }

    /** Whether the element is encoded as items, each a data set. */
    boolean isSequence(ElementHeader header) {
        boolean unknown = top.encoding().isExplicit() && header.vr() == Vr.UN;
        return header.vr() == Vr.SQ
                || (header.vr() == Vr.UN && header.isUndefined())
                || (unknown && isSequence(header.tag()));
    }

    /** What holds behind the element. */
    private static Level following(Element element, Level level) {
        boolean pixels = element.tag().equals(Tags.PIXEL_REPRESENTATION);
        return pixels && element instanceof ValueElement value && !value.isEmpty()
                ? level.withPixels(
                        PixelRepresentation.of(value.value().at(value.value().size() > 1 ? low(level) : 0)))
                : level;
    }

    private static int low(Level level) {
        return level.encoding() == Encoding.EXPLICIT_BIG_ENDIAN ? 1 : 0;
    }

    private static ElementHeader notDelimiter(ElementHeader header) {
        if (header.isDelimiter()) {
            throw new UnableToReadDataSet(Malformation.MISPLACED_DELIMITER, header.position());
        }
        return header;
    }

    private Element value(ElementHeader header, Level level, long end) {
        if (header.isUndefined()) {
            return undefined(header, level, end);
        }
        limits.check(header);
        if (header.vr() == Vr.SQ) {
            cursor.require(header.length(), end);
            long sequenceEnd = cursor.position() + header.length();
            return new SequenceElement(header.tag(), Vr.SQ, items(level, sequenceEnd), LengthForm.DEFINED);
        }
        if (header.vr() == Vr.UN && level.encoding().isExplicit() && isSequence(header.tag())) {
            return hiddenItems(header, level, end);
        }
        var value = cursor.take(header.length(), end);
        return new ValueElement(
                header.tag(), header.vr(), value, level.encoding().order());
    }

    /** What an explicit encoding calls UN is implicit inside (PS3.5, 6.2.2), if it is a sequence at all. */
    private Element hiddenItems(ElementHeader header, Level level, long end) {
        var value = cursor.take(header.length(), end);
        try {
            var inside = new DataSetParser(
                    new ArraySource(value, limits), level.within(Encoding.IMPLICIT_LITTLE_ENDIAN), limits);
            var items = inside.items(inside.top, value.size());
            return new SequenceElement(header.tag(), Vr.UN, items, LengthForm.DEFINED);
        } catch (UnableToReadDataSet e) {
            return new ValueElement(header.tag(), Vr.UN, value, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static boolean isSequence(Tag tag) {
        return Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED) == Vr.SQ;
    }

    private Element undefined(ElementHeader header, Level level, long end) {
        boolean hidden = level.encoding().isExplicit() && header.vr() == Vr.UN;
        if (header.vr() == Vr.SQ || header.vr() == Vr.UN) {
            var within = hidden ? level.within(Encoding.IMPLICIT_LITTLE_ENDIAN) : level;
            var vr = hidden ? Vr.UN : Vr.SQ;
            return new SequenceElement(header.tag(), vr, itemsUntilDelimiter(within, end), LengthForm.UNDEFINED);
        }
        if (header.vr().kind() != Vr.Kind.BYTES) {
            throw new UnableToReadDataSet(Malformation.BAD_LENGTH, header.position());
        }
        return new FragmentsElement(header.tag(), header.vr(), fragments(level, end));
    }

    private List<Item> items(Level level, long end) {
        var items = new ArrayList<Item>();
        var inner = deeper(level);
        while (!cursor.isAt(end)) {
            var header = cursor.header(level.encoding(), level.pixels(), end);
            // A delimiter at the end of a sequence of defined length is one too many, and common.
            if (!header.tag().equals(Delimiters.SEQUENCE_END)) {
                items.add(item(header, inner, end));
            }
        }
        return items;
    }

    private List<Item> itemsUntilDelimiter(Level level, long end) {
        var items = new ArrayList<Item>();
        var inner = deeper(level);
        while (true) {
            var header = cursor.header(level.encoding(), level.pixels(), end);
            if (header.tag().equals(Delimiters.SEQUENCE_END)) {
                return items;
            }
            items.add(item(header, inner, end));
        }
    }

    private Item item(ElementHeader header, Level level, long end) {
        if (!header.tag().equals(Delimiters.ITEM)) {
            throw new UnableToReadDataSet(Malformation.ITEM_EXPECTED, header.position());
        }
        if (header.isUndefined()) {
            return new Item(elementsUntilDelimiter(level, end), LengthForm.UNDEFINED);
        }
        cursor.require(header.length(), end);
        return new Item(elements(level, cursor.position() + header.length()), LengthForm.DEFINED);
    }

    private DataSet elements(Level level, long end) {
        var elements = new ArrayList<Element>();
        var current = level;
        while (!cursor.isAt(end)) {
            var header = notDelimiter(cursor.header(current.encoding(), current.pixels(), end));
            var element = value(header, current, end);
            elements.add(element);
            current = following(element, current);
        }
        return DataSet.of(elements);
    }

    private DataSet elementsUntilDelimiter(Level level, long end) {
        var elements = new ArrayList<Element>();
        var current = level;
        while (true) {
            var header = cursor.header(current.encoding(), current.pixels(), end);
            if (header.tag().equals(Delimiters.ITEM_END)) {
                return DataSet.of(elements);
            }
            var element = value(notDelimiter(header), current, end);
            elements.add(element);
            current = following(element, current);
        }
    }

    private List<Bytes> fragments(Level level, long end) {
        var fragments = new ArrayList<Bytes>();
        var header = cursor.fragmentHeader(level.encoding(), end);
        while (header.isPresent()) {
            limits.check(header.get());
            fragments.add(cursor.take(header.get().length(), end));
            header = cursor.fragmentHeader(level.encoding(), end);
        }
        return fragments;
    }

    private Level deeper(Level level) {
        if (level.depth() == limits.depth()) {
            throw new UnableToReadDataSet(Malformation.TOO_DEEP, cursor.position());
        }
        return new Level(level.encoding(), level.pixels(), level.depth() + 1);
    }

    /** What holds for the elements of one data set. */
    private record Level(Encoding encoding, PixelRepresentation pixels, int depth) {
        Level withPixels(PixelRepresentation representation) {
            return new Level(encoding, representation, depth);
        }

        Level within(Encoding other) {
            return new Level(other, pixels, depth);
        }
    }
}
