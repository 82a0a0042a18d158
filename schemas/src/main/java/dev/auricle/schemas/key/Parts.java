package dev.auricle.schemas.key;

import java.util.List;

/** The parts of a path, in order. */
record Parts(String path, String form, List<String> parts) {
    static Parts of(String path, String form) {
        var parts = List.of(path.split("/", -1));
        if (parts.size() != form.split("/", -1).length) {
            throw new NoSuchKey(path, form);
        }
        return new Parts(path, form, parts);
    }

    String text(int index) {
        return parts.get(index);
    }

    int number(int index) {
        try {
            return Integer.parseInt(parts.get(index));
        } catch (NumberFormatException malformed) {
            throw new NoSuchKey(path, form);
        }
    }
}
