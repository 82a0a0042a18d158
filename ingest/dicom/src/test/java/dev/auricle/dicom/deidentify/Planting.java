package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.Bytes;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.Element;
import dev.auricle.dicom.data.LengthForm;
import dev.auricle.dicom.data.SequenceElement;
import dev.auricle.dicom.data.SequenceElement.Item;
import dev.auricle.dicom.data.ValueElement;
import dev.auricle.dicom.dictionary.Dictionary;
import dev.auricle.dicom.dictionary.PixelRepresentation;
import dev.auricle.dicom.dictionary.Tag;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Objects with a patient in attributes of every representation, at every level, the same for the same seed. */
final class Planting {
    /** Attributes that are what they are, or the object would not be one. */
    private static final Set<String> NOT_PLANTED = Set.of(
            "SpecificCharacterSet",
            "SOPClassUID",
            "RelatedGeneralSOPClassUID",
            "OriginalSpecializedSOPClassUID",
            "SOPClassesInStudy",
            "ReferencedSOPClassUID",
            "SOPClassesSupported",
            "OverlayBitsAllocated",
            "PixelData",
            "FloatPixelData",
            "DoubleFloatPixelData");

    private static final List<Tag> STANDARD = standard();
    private static final String[] CREATORS = {"Philips Imaging DD 001", "SIEMENS MR HEADER", "NQHeader", "HOUSE"};

    private final Random random;
    private final Identity identity;
    private final List<byte[]> traces;

    Planting(long seed, Identity identity) {
        random = new Random(seed);
        this.identity = identity;
        traces = identity.traces();
    }

    DataSet object() {
        var elements = new ArrayList<Element>();
        Images.ct().build().elements().map(this::owned).forEach(elements::add);
        elements.addAll(dataSet(400, 2).elements().toList());
        return DataSet.of(elements);
    }

    /** What the object is about must be about the patient. */
    private Element owned(Element element) {
        var keyword = Dictionary.standard().keyword(element.tag());
        return switch (keyword) {
            case "SpecificCharacterSet" -> text(element.tag(), Vr.CS, identity.characterSet());
            case "PatientName" -> text(element.tag(), Vr.PN, identity.name());
            case "PatientID" -> text(element.tag(), Vr.LO, Identity.ID);
            case "AccessionNumber" -> text(element.tag(), Vr.SH, Identity.ACCESSION);
            case "PatientBirthDate" -> text(element.tag(), Vr.DA, Identity.BIRTH_DATE);
            case "ReferringPhysicianName" -> text(Tag.of(0x0010, 0x1040), Vr.LO, Identity.ADDRESS);
            default -> element;
        };
    }

    private DataSet dataSet(int attributes, int depth) {
        var elements = new ArrayList<Element>();
        for (int i = 0; i < attributes; i++) {
            elements.add(standard(STANDARD.get(random.nextInt(STANDARD.size())), depth));
        }
        elements.addAll(privates(depth));
        return DataSet.of(elements);
    }

    private Element standard(Tag tag, int depth) {
        var vr = Dictionary.standard().representation(tag, PixelRepresentation.UNSIGNED);
        return vr == Vr.SQ ? sequence(tag, depth) : planted(tag, vr, random.nextInt(8) == 0 ? Vr.UN : vr);
    }

    private List<Element> privates(int depth) {
        int group = 2 * random.nextInt(0x2000) + 9;
        var creator = random.nextInt(3) == 0 ? identity.gossip(random) : CREATORS[random.nextInt(CREATORS.length)];
        var elements = new ArrayList<Element>();
        elements.add(text(Tag.of(group(creator, group), 0x0010), Vr.LO, creator));
        for (var vr : new Vr[] {Vr.LO, Vr.ST, Vr.UN, Vr.OB, Vr.UI, Vr.PN, Vr.DA, Vr.SH, Vr.UT}) {
            elements.add(planted(Tag.of(group(creator, group), 0x1000 + random.nextInt(0x30)), vr, vr));
        }
        elements.add(sequence(Tag.of(group(creator, group), 0x1030 + random.nextInt(0x30)), depth));
        return elements;
    }

    private static int group(String creator, int other) {
        return switch (creator) {
            case "Philips Imaging DD 001" -> 0x2001;
            case "SIEMENS MR HEADER" -> 0x0019;
            case "NQHeader" -> 0x0099;
            default -> other;
        };
    }

    private Element sequence(Tag tag, int depth) {
        var items = Stream.generate(() -> new Item(depth == 0 ? DataSet.EMPTY : dataSet(30, depth - 1), form()))
                .limit(random.nextInt(3))
                .toList();
        return new SequenceElement(tag, Vr.SQ, items, form());
    }

    private LengthForm form() {
        return random.nextBoolean() ? LengthForm.DEFINED : LengthForm.UNDEFINED;
    }

    private Element planted(Tag tag, Vr meant, Vr encoded) {
        return new ValueElement(tag, encoded, Bytes.wrap(padded(value(meant), meant)), ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] value(Vr vr) {
        return switch (vr) {
            case AS -> ascii("083Y");
            case DA -> ascii(random.nextInt(4) == 0 ? Identity.BIRTH_DATE : Identity.DATE);
            case DT -> ascii(Identity.DATE + "131719.5");
            case TM -> ascii("131719.5");
            case UI -> ascii(Identity.UID + "." + random.nextInt(1000));
            case UR -> ascii("http://pacs.example/" + Identity.ID);
            case PN -> identity.name().getBytes(identity.encoding());
            default -> vr.isText() ? identity.gossip(random).getBytes(identity.encoding()) : binary();
        };
    }

    /** Some noise, something of the patient in some encoding, some noise. */
    private byte[] binary() {
        var trace = traces.get(random.nextInt(traces.size()));
        var bytes = new byte[(trace.length + 7) / 8 * 8 + 16];
        random.nextBytes(bytes);
        System.arraycopy(trace, 0, bytes, 8, trace.length);
        return bytes;
    }

    private Element text(Tag tag, Vr vr, String text) {
        return new ValueElement(
                tag, vr, Bytes.wrap(padded(text.getBytes(identity.encoding()), vr)), ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] padded(byte[] value, Vr vr) {
        var even = Arrays.copyOf(value, value.length + value.length % 2);
        if (even.length > value.length) {
            even[value.length] = vr.padding();
        }
        return even;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Every attribute of the dictionary that may stand in an object. */
    private static List<Tag> standard() {
        var resource = Objects.requireNonNull(Dictionary.class.getResourceAsStream("attributes.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            return reader.lines()
                    .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
                    .filter(line -> !NOT_PLANTED.contains(line.split(" ", 4)[3]))
                    .map(line -> new Tag(Integer.parseUnsignedInt(
                            line.substring(0, 9).replace(",", "").replace("x", "2"), 16)))
                    .filter(tag -> tag.group() >= 8 && tag.compareTo(Tags.DATA_SET_TRAILING_PADDING) <= 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
