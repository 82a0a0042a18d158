package dev.auricle.deploy.observe;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.FragmentsElement;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.data.Value;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.syntax.BulkElement;
import dev.auricle.dicom.syntax.DicomStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a file, one element a line, items of sequences below them. */
public final class DataSetDump {
    private static final Set<Vr> BULK = EnumSet.of(Vr.OB, Vr.OW, Vr.UN);
    private static final int LONGEST_VALUE = 64;
    private static final int MOST_NUMBERS = 12;

    private final PrintWriter out;
    private final boolean values;

    /** With or without values. */
    public DataSetDump(PrintWriter out, boolean values) {
        this.out = out;
        this.values = values;
    }

    /** File meta information and data set, up to the end of the stream; of what is bulk there, only the size. */
    public void print(DicomStream file) throws IOException {
        var front = file.elements();
        out.println("# " + file.transferSyntax().title());
        print(file.meta(), "");
        print(front, "");
        for (var bulk = file.bulk(); bulk.isPresent(); bulk = file.bulk()) {
            print(bulk.get());
            print(file.elements(), "");
        }
    }

    private void print(BulkElement bulk) throws IOException {
        long bytes = 0;
        int parts = 0;
        for (var part = bulk.next(); part.isPresent(); part = bulk.next()) {
            bytes += part.get().length();
            parts++;
        }
        print("", bulk.tag(), bulk.vr(), bulk.isEncapsulated() ? fragments(parts) : bytes(bytes));
    }

    private void print(DataSet dataSet, String indent) {
        dataSet.elements().forEach(element -> print(dataSet, element, indent));
    }

    private void print(DataSet dataSet, Element element, String indent) {
        print(indent, element.tag(), element.vr(), content(dataSet, element));
        if (element instanceof SequenceElement sequence) {
            int number = 0;
            for (var item : dataSet.items(sequence.tag())) {
                out.println(indent + "  item " + ++number);
                print(item, indent + "    ");
            }
        }
    }

    private void print(String indent, Tag tag, Vr vr, String content) {
        out.println(indent + tag + " " + vr + " " + Dictionary.standard().keyword(tag) + " " + content);
    }

    private static String bytes(long count) {
        return count + " bytes";
    }

    private static String fragments(int count) {
        return count + " fragments";
    }

    private String content(DataSet dataSet, Element element) {
        if (element instanceof SequenceElement sequence) {
            return sequence.items().size() + " items";
        }
        if (element instanceof FragmentsElement fragments) {
            return fragments(fragments.fragments().size());
        }
        var size = bytes(((ValueElement) element).value().size());
        return values ? size + value(dataSet, element) : size;
    }

    private static String value(DataSet dataSet, Element element) {
        if (BULK.contains(element.vr())) {
            return "";
        }
        try {
            return dataSet.find(element.tag())
                    .map(value -> " = " + shorten(readable(value)))
                    .orElse("");
        } catch (UnableToReadValue unreadable) {
            return " (not readable as " + element.vr() + ")";
        }
    }

    private static String readable(Value value) {
        try {
            return value.strings().stream().map(Uids::name).collect(Collectors.joining("\\"));
        } catch (UnableToReadValue notText) {
            return numbers(value);
        }
    }

    private static String numbers(Value value) {
        try {
            return Arrays.stream(value.numbers())
                    .limit(MOST_NUMBERS)
                    .mapToObj(number -> number == Math.rint(number)
                            ? String.format(Locale.ROOT, "%.0f", number)
                            : String.valueOf(number))
                    .collect(Collectors.joining("\\"));
        } catch (UnableToReadValue neither) {
            return "";
        }
    }

    private static String shorten(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + " …";
    }
}
