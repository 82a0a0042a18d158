package dev.auricle.dicom.data;

import dev.auricle.dicom.dictionary.Tag;
import java.util.Optional;
import java.util.stream.IntStream;

/** The blocks of private elements and who reserved them: (gggg,0010) to (gggg,00FF) name a creator each (PS3.5, 7.8.1). */
final class PrivateBlocks {
    private static final int FIRST = 0x10;
    private static final int LAST = 0xFF;

    private final DataSet dataSet;

    PrivateBlocks(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    Optional<String> creator(Tag tag) {
        return tag.isPrivate() ? creator(tag.group(), tag.element() >>> 8) : Optional.empty();
    }

    Optional<Tag> tag(String creator, int group, int offset) {
        return IntStream.rangeClosed(FIRST, LAST)
                .filter(block -> creator(group, block).filter(creator::equals).isPresent())
                .mapToObj(block -> Tag.of(group, block << 8 | offset))
                .filter(dataSet::contains)
                .findFirst();
    }

    private Optional<String> creator(int group, int block) {
        var reservation = Tag.of(group, block);
        return reservation.isPrivateCreator()
                ? dataSet.find(reservation).filter(Value::isText).map(Value::string)
                : Optional.empty();
    }
}
