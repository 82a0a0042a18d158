package dev.auricle.dicom.report;

import dev.auricle.dicom.annotation.Code;
import dev.auricle.dicom.annotation.UnableToReadAnnotation;
import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the content of a report as a tree (PS3.3, C.17.3). An item that stands elsewhere and is only pointed at from here
 * is here, too, but nothing of what is below it.
 */
public final class ContentTree {
    private static final int DEEPEST = 64;
    private static final int MOST_ITEMS = 1 << 17;

    private final DataSet report;
    private int items;

    private ContentTree(DataSet report) {
        this.report = report;
    }

    /** The root; {@link UnableToReadAnnotation} where the tree is deeper or larger than any report. */
    public static ContentItem read(DataSet report) {
        return new ContentTree(report).item(report, 1);
    }

    private ContentItem item(DataSet values, int depth) {
        if (depth > DEEPEST || ++items > MOST_ITEMS) {
            throw new UnableToReadAnnotation("the report is deeper or larger than any that is read");
        }
        var children = new ArrayList<ContentItem>();
        for (var child : values.items(Tags.CONTENT_SEQUENCE)) {
            var path = child.find(Tags.REFERENCED_CONTENT_ITEM_IDENTIFIER);
            children.add(
                    path.isPresent()
                            ? item(child, pointedAt(path.get().integers()), List.of())
                            : item(child, depth + 1));
        }
        return item(values, values, children);
    }

    /** The item at a path that counts from 1, at the root as well as below it (PS3.3, C.17.3.2.5). */
    private DataSet pointedAt(int[] path) {
        var item = report;
        for (int i = 1; i < path.length; i++) {
            var children = item.items(Tags.CONTENT_SEQUENCE);
            if (path[i] < 1 || path[i] > children.size()) {
                throw new UnableToReadAnnotation("the report points at an item that it does not have");
            }
            item = children.get(path[i] - 1);
        }
        return item;
    }

    private static ContentItem item(DataSet place, DataSet values, List<ContentItem> children) {
        var name = Code.of(values.firstItem(Tags.CONCEPT_NAME_CODE_SEQUENCE).orElse(DataSet.EMPTY));
        return new ContentItem(ValueType.of(values), Relationship.of(place), name, values, children);
    }
}
