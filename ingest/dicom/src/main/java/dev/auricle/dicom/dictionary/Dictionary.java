package dev.auricle.dicom.dictionary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The data dictionary: what the attributes are called and how they are represented (PS3.6). */
public final class Dictionary {
    private static final Dictionary STANDARD = read("attributes.txt");

    private final Map<Tag, Attribute> attributes = new HashMap<>();
    private final Map<Integer, Map<Tag, Attribute>> repeatingByMask = new LinkedHashMap<>();
    private final Map<String, Tag> keywords = new HashMap<>();

    private Dictionary() {}

    /** The standard's own attributes, retired ones included: the table in this module's resources. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /** The entry of the tag, which may stand for many: the groups 5000 to 50FE share theirs, for example. */
    public Optional<Attribute> attribute(Tag tag) {
        var attribute = attributes.get(tag);
        return attribute != null || tag.isPrivate() ? Optional.ofNullable(attribute) : repeating(tag);
    }

    private Optional<Attribute> repeating(Tag tag) {
        return repeatingByMask.entrySet().stream()
                .flatMap(entry -> Optional.ofNullable(entry.getValue().get(masked(tag, entry.getKey()))).stream())
                .findFirst();
    }

    private static Tag masked(Tag tag, int mask) {
        return new Tag(tag.value() & mask);
    }

    /** The tag with the keyword; the first of those that share it. */
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
        var representations =
                Arrays.stream(fields[1].split("\\|", -1)).map(Vr::valueOf).toList();
        var attribute = new Attribute(fields[3], representations, fields[2]);
        var pattern = fields[0].replace(",", "");
        var tag = new Tag(Integer.parseUnsignedInt(pattern.replace('x', '0'), 16));
        entriesLike(pattern).put(tag, attribute);
        keywords.put(attribute.keyword(), tag);
    }

    private Map<Tag, Attribute> entriesLike(String pattern) {
        int mask = Integer.parseUnsignedInt(pattern.replaceAll("[^x]", "F").replace('x', '0'), 16);
        return mask == -1 ? attributes : repeatingByMask.computeIfAbsent(mask, each -> new HashMap<>());
    }
}
