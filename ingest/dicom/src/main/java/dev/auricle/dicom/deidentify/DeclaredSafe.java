package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.data.NoSuchAttribute;
import dev.auricle.dicom.data.UnableToReadValue;
import dev.auricle.dicom.dictionary.Tags;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an object says of its own private attributes (PS3.3, C.12.1.1.7). What it says badly counts as unsafe. */
final class DeclaredSafe {
    private DeclaredSafe() {}

    static Set<PrivateElement> of(DataSet root) {
        return root.items(Tags.PRIVATE_DATA_ELEMENT_CHARACTERISTICS_SEQUENCE).stream()
                .flatMap(DeclaredSafe::block)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<PrivateElement> block(DataSet item) {
        try {
            int group = item.require(Tags.PRIVATE_GROUP_REFERENCE).integer();
            var creator = item.require(Tags.PRIVATE_CREATOR_REFERENCE).string();
            return switch (item.require(Tags.BLOCK_IDENTIFYING_INFORMATION_STATUS)
                    .string()) {
                case "SAFE" -> Stream.of(new PrivateElement(group, PrivateElement.ALL, creator));
                case "MIXED" ->
                    Arrays.stream(item.require(Tags.NONIDENTIFYING_PRIVATE_ELEMENTS)
                                    .integers())
                            .mapToObj(element -> new PrivateElement(group, element & 0xFF, creator));
                default -> Stream.empty();
            };
        } catch (NoSuchAttribute | UnableToReadValue malformed) {
            return Stream.empty();
        }
    }
}
