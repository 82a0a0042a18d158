package dev.auricle.dicom.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The data dictionary: what the attributes are called and how they are represented (PS3.6). */
public final class Dictionary {
    private static final Dictionary STANDARD = read("attributes.txt");

    private final Map<Integer, Attribute> attributes = new HashMap<>();
    private final Map<String, Tag> keywords = new HashMap<>();

    private Dictionary() {}

    /** The standard's own attributes, as far as the table in this module's resources goes. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /** The entry of the tag; every even group from 5000 to 50FF and from 6000 to 60FF shares the entries of the first. */
    public Optional<Attribute> attribute(Tag tag) {
        return Optional.ofNullable(attributes.get(canonical(tag.value())));
    }

    /** The tag with the keyword; the first group's where groups repeat. */
    public Optional<Tag> tag(String keyword) {
        return Optional.ofNullable(keywords.get(keyword));
    }

    public String keyword(Tag tag) {
        return attribute(tag).map(Attribute::keyword).orElse(tag.isPrivate() ? "Private" : "Unknown");
    }

    /**
     * The representation to read an attribute with where the encoding does not say it (PS3.5, A.1).
     *
     * @param pixels how the values of the image are represented, for the attributes that follow it
     */
    public Vr representation(Tag tag, PixelRepresentation pixels) {
        if (tag.isGroupLength()) {
            return Vr.UL;
        }
        if (tag.isPrivateCreator()) {
            return Vr.LO;
        }
        return attribute(tag).map(entry -> choose(entry, pixels)).orElse(Vr.UN);
    }

    private static Vr choose(Attribute entry, PixelRepresentation pixels) {
        var candidates = entry.representations();
        if (candidates.contains(Vr.OW)) {
            return Vr.OW;
        }
        return candidates.contains(Vr.SS) && pixels == PixelRepresentation.SIGNED ? Vr.SS : candidates.get(0);
    }

    private static int canonical(int tag) {
        int group = tag >>> 24;
        boolean repeats = group == 0x50 || group == 0x60;
        return repeats && (tag & 0x10000) == 0 ? tag & 0xFF00FFFF : tag;
    }

    private static Dictionary read(String resource) {
        var dictionary = new Dictionary();
        try (var stream = Dictionary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + resource + " is not on the class path");
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(dictionary::add);
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + resource + " cannot be read", e);
        }
        return dictionary;
    }

    private void add(String line) {
        var fields = line.split(" ", 4);
        var number = fields[0].replace(",", "").replace("xx", "00");
        var tag = new Tag(Integer.parseUnsignedInt(number, 16));
        var representations =
                Arrays.stream(fields[1].split("\\|", -1)).map(Vr::valueOf).toList();
        attributes.put(tag.value(), new Attribute(fields[3], representations, fields[2]));
        keywords.put(fields[3], tag);
    }
}
