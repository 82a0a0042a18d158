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

    DataSetParser(Bytes source, ReadLimits limits) {
        if (source.size() > limits.total()) {
            throw new UnableToReadDataSet(Malformation.TOO_LONG, 0);
        }
        this.cursor = new Cursor(source);
        this.limits = limits;
    }

    /** Where reading stopped, in bytes from the start. */
    int position() {
        return cursor.position();
    }

    /** Everything up to the end. */
    DataSet whole(Encoding encoding) {
        var level = new Level(encoding, PixelRepresentation.UNSIGNED, 0);
        var elements = new ArrayList<Element>();
        while (cursor.position() < cursor.size()) {
            level = append(elements, element(level, cursor.size()), level);
        }
        return DataSet.of(elements);
    }

    /** Whatever is whole, up to the first element whose tag says stop. */
    Header until(Predicate<Tag> stop, Encoding encoding) {
        var level = new Level(encoding, PixelRepresentation.UNSIGNED, 0);
        var elements = new ArrayList<Element>();
        int start = cursor.position();
        try {
            while (cursor.position() < cursor.size()) {
                start = cursor.position();
                if (stop.test(cursor.peekTag(level.encoding()))) {
                    return new Header(DataSet.of(elements), true);
                }
                level = append(elements, element(level, cursor.size()), level);
            }
        } catch (UnableToReadDataSet e) {
            if (e.malformation() != Malformation.TRUNCATED) {
                throw e;
            }
            cursor.moveTo(start);
        }
        return new Header(DataSet.of(elements), false);
    }

    private static Level append(List<Element> elements, Element element, Level level) {
        elements.add(element);
        boolean pixels = element.tag().equals(Tags.PIXEL_REPRESENTATION);
        return pixels && element instanceof ValueElement value && !value.isEmpty()
                ? level.withPixels(
                        PixelRepresentation.of(value.value().at(value.value().size() > 1 ? low(level) : 0)))
                : level;
    }

    private static int low(Level level) {
        return level.encoding() == Encoding.EXPLICIT_BIG_ENDIAN ? 1 : 0;
    }

    private Element element(Level level, int end) {
        var header = cursor.header(level.encoding(), level.pixels(), end);
        if (header.isDelimiter()) {
            throw new UnableToReadDataSet(Malformation.MISPLACED_DELIMITER, header.position());
        }
        return value(header, level, end);
    }

    private Element value(ElementHeader header, Level level, int end) {
        if (header.isUndefined()) {
            return undefined(header, level, end);
        }
        if (header.length() > limits.elementLength()) {
            throw new UnableToReadDataSet(Malformation.ELEMENT_TOO_LONG, header.position());
        }
        if (header.vr() == Vr.SQ) {
            cursor.require(header.length(), end);
            int sequenceEnd = cursor.position() + (int) header.length();
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
    private Element hiddenItems(ElementHeader header, Level level, int end) {
        int start = cursor.position();
        cursor.require(header.length(), end);
        try {
            var items = items(level.within(Encoding.IMPLICIT_LITTLE_ENDIAN), start + (int) header.length());
            return new SequenceElement(header.tag(), Vr.UN, items, LengthForm.DEFINED);
        } catch (UnableToReadDataSet e) {
            cursor.moveTo(start);
            var value = cursor.take(header.length(), end);
            return new ValueElement(header.tag(), Vr.UN, value, ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static boolean isSequence(Tag tag) {
        return Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED) == Vr.SQ;
    }

    private Element undefined(ElementHeader header, Level level, int end) {
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

    private List<Item> items(Level level, int end) {
        var items = new ArrayList<Item>();
        var inner = deeper(level);
        while (cursor.position() < end) {
            var header = cursor.header(level.encoding(), level.pixels(), end);
            // A delimiter at the end of a sequence of defined length is one too many, and common.
            if (!header.tag().equals(Delimiters.SEQUENCE_END)) {
                items.add(item(header, inner, end));
            }
        }
        return items;
    }

    private List<Item> itemsUntilDelimiter(Level level, int end) {
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

    private Item item(ElementHeader header, Level level, int end) {
        if (!header.tag().equals(Delimiters.ITEM)) {
            throw new UnableToReadDataSet(Malformation.ITEM_EXPECTED, header.position());
        }
        if (header.isUndefined()) {
            return new Item(elementsUntilDelimiter(level, end), LengthForm.UNDEFINED);
        }
        cursor.require(header.length(), end);
        return new Item(elements(level, cursor.position() + (int) header.length()), LengthForm.DEFINED);
    }

    private DataSet elements(Level level, int end) {
        var elements = new ArrayList<Element>();
        var current = level;
        while (cursor.position() < end) {
            current = append(elements, element(current, end), current);
        }
        return DataSet.of(elements);
    }

    private DataSet elementsUntilDelimiter(Level level, int end) {
        var elements = new ArrayList<Element>();
        var current = level;
        while (true) {
            var header = cursor.header(current.encoding(), current.pixels(), end);
            if (header.tag().equals(Delimiters.ITEM_END)) {
                return DataSet.of(elements);
            }
            if (header.isDelimiter()) {
                throw new UnableToReadDataSet(Malformation.MISPLACED_DELIMITER, header.position());
            }
            current = append(elements, value(header, current, end), current);
        }
    }

    private List<Bytes> fragments(Level level, int end) {
        var fragments = new ArrayList<Bytes>();
        while (true) {
            var header = cursor.header(level.encoding(), level.pixels(), end);
            if (header.tag().equals(Delimiters.SEQUENCE_END)) {
                return fragments;
            }
            if (!header.tag().equals(Delimiters.ITEM) || header.isUndefined()) {
                throw new UnableToReadDataSet(Malformation.ITEM_EXPECTED, header.position());
            }
            fragments.add(cursor.take(header.length(), end));
        }
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
