package dev.auricle.dicom.syntax;

import dev.auricle.dicom.dictionary.Tag;

/** The tags that structure a sequence and never have a representation (PS3.5, 7.5). */
final class Delimiters {
    static final int GROUP = 0xFFFE;
    static final Tag ITEM = new Tag(0xFFFEE000);
    static final Tag ITEM_END = new Tag(0xFFFEE00D);
    static final Tag SEQUENCE_END = new Tag(0xFFFEE0DD);

    private Delimiters() {}
}
