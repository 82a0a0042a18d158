package dev.auricle.dicom.network;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.ServiceLoader;

/** A toolkit that {@link DicomNetwork} can stand on; found by {@link ServiceLoader} under the name it has. */
public interface DicomToolkit {
    /** What a configuration calls it. */
    String name();

    /** Its network. */
    DicomNetwork network(Vertx vertx);

    /** The toolkit of this name, else {@link NoSuchToolkit}. */
    static DicomToolkit named(String name) {
        var found = ServiceLoader.load(DicomToolkit.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return found.stream()
                .filter(toolkit -> toolkit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchToolkit(name, names(found)));
    }

    private static List<String> names(List<DicomToolkit> toolkits) {
        return toolkits.stream().map(DicomToolkit::name).sorted().toList();
    }
}
