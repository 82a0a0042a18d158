package dev.auricle.dicom.syntax;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Vr;
import java.io.IOException;
import java.io.OutputStream;

/** Writes elements, sequences and fragments one after the other; lengths of sequences are filled in afterwards. */
final class DataSetEncoder {
    private static final int LONGEST_SHORT_LENGTH = 0xFFFF;
    private static final int WORTH_A_WRITE = 1 << 16;

    private final ByteSink sink = new ByteSink();
    private Encoding encoding;

    DataSetEncoder(Encoding encoding) {
        this.encoding = encoding;
        sink.order(encoding.order());
    }

    /** Writes to the stream, element by element, so that no second copy of the data set is held. */
    void writeTo(OutputStream out, DataSet dataSet) throws IOException {
        for (var element : dataSet.elements().toList()) {
            write(element);
            if (sink.size() >= WORTH_A_WRITE) {
                sink.drainTo(out);
            }
        }
        sink.drainTo(out);
    }

    /** Copies an element that is read in parts, part by part. */
    void writeTo(OutputStream out, BulkElement element) throws IOException {
        boolean swapped = element.order() != encoding.order() && element.vr().wordSize() > 1;
        if (swapped) {
            throw new UnableToWriteDataSet(element.tag(), "is read in parts, whose byte order cannot be changed");
        }
        header(element.tag(), element.vr(), element.header().length());
        for (var part = element.next(); part.isPresent(); part = element.next()) {
            if (element.isEncapsulated()) {
                delimiter(Delimiters.ITEM, part.get().length());
            }
            sink.drainTo(out);
            part.get().bytes().transferTo(out);
        }
        if (element.isEncapsulated()) {
            delimiter(Delimiters.SEQUENCE_END, 0);
        }
        sink.drainTo(out);
    }

    private void write(Element element) {
        if (element instanceof ValueElement value) {
            write(value);
        } else if (element instanceof SequenceElement sequence) {
            write(sequence);
        } else if (element instanceof FragmentsElement fragments) {
            write(fragments);
        }
    }

    private void write(ValueElement element) {
        var value = element.value();
        header(element.tag(), fitting(element.vr(), value.size()), value.size());
        boolean swapped = element.order() != encoding.order() && element.vr().wordSize() > 1;
        if (swapped) {
            if (value.size() % element.vr().wordSize() != 0) {
                throw new UnableToWriteDataSet(element.tag(), "is not a whole number of words to change the order of");
            }
            sink.putSwapped(value, element.vr().wordSize());
        } else {
            sink.put(value);
        }
    }

    private void write(SequenceElement element) {
        boolean hidden = encoding.isExplicit() && element.vr() == Vr.UN;
        int length = header(element.tag(), element.vr(), ElementHeader.UNDEFINED);
        var outer = encoding;
        if (hidden) {
            use(Encoding.IMPLICIT_LITTLE_ENDIAN);
        }
        element.items().forEach(this::write);
        if (element.length() == LengthForm.UNDEFINED) {
            delimiter(Delimiters.SEQUENCE_END, 0);
        }
        use(outer);
        if (element.length() == LengthForm.DEFINED) {
            sink.patchLength(length);
        }
    }

    private void write(SequenceElement.Item item) {
        int length = delimiter(Delimiters.ITEM, ElementHeader.UNDEFINED);
        item.dataSet().elements().forEach(this::write);
        if (item.length() == LengthForm.UNDEFINED) {
            delimiter(Delimiters.ITEM_END, 0);
        } else {
            sink.patchLength(length);
        }
    }

    private void write(FragmentsElement element) {
        header(element.tag(), element.vr(), ElementHeader.UNDEFINED);
        for (Bytes fragment : element.fragments()) {
            delimiter(Delimiters.ITEM, fragment.size());
            sink.put(fragment);
        }
        delimiter(Delimiters.SEQUENCE_END, 0);
    }

    /** A value too long for a 16-bit length is written as UN (PS3.5, 6.2.2). */
    private Vr fitting(Vr vr, int length) {
        return encoding.isExplicit() && !vr.hasLongLength() && length > LONGEST_SHORT_LENGTH ? Vr.UN : vr;
    }

    /** Returns where the length stands. */
    private int header(Tag tag, Vr vr, long length) {
        sink.putShort(tag.group());
        sink.putShort(tag.element());
        if (!encoding.isExplicit()) {
            return sink.putInt(length);
        }
        sink.putByte(vr.name().charAt(0));
        sink.putByte(vr.name().charAt(1));
        if (!vr.hasLongLength()) {
            return sink.putShort((int) length);
        }
        sink.putShort(0);
        return sink.putInt(length);
    }

    /** Returns where the length stands. */
    private int delimiter(Tag tag, long length) {
        sink.putShort(tag.group());
        sink.putShort(tag.element());
        return sink.putInt(length);
    }

    private void use(Encoding other) {
        encoding = other;
        sink.order(other.order());
    }
}
