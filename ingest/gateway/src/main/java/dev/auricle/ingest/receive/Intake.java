package dev.auricle.ingest.receive;

import dev.auricle.dicom.network.InstanceSink;
import dev.auricle.dicom.network.StoreRequest;
import dev.auricle.dicom.network.StoreScp;
import dev.auricle.schemas.connect.Hospital;
import dev.auricle.schemas.connect.SiteConfig;
import dev.auricle.schemas.identity.KeyedHash;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way of instances into the log, however they come: success is answered only after the brokers have acknowledged the
 * instance; while they are slow the sender has to wait; when they are down the answer is A700 and the sender keeps it.
 */
public final class Intake implements AutoCloseable {
    private final Map<String, KeyedHash> pseudonyms;
    private final Supplier<String> transferIds;
    private final ChunkPublisher publisher;

    /**
     * Into the log of a site.
     *
     * @param transferIds names transfers; no two alike
     */
    public Intake(SiteConfig site, ReceiveConfig config, Supplier<String> transferIds) {
        this.transferIds = transferIds;
        pseudonyms = site.hospitals().stream()
                .collect(Collectors.toUnmodifiableMap(Hospital::name, hospital -> new KeyedHash(hospital.secret())));
        publisher = new ChunkPublisher(site.connection(), config);
    }

    /** Takes what comes for one hospital. */
    public StoreScp of(String hospital) {
        if (!pseudonyms.containsKey(hospital)) {
            throw new IllegalArgumentException(
                    "there is no hospital " + hospital + ", there are " + pseudonyms.keySet());
        }
        return request -> begin(request, hospital);
    }

    InstanceSink begin(StoreRequest request, String hospital) {
        var hash = pseudonyms.get(hospital);
        if (hash == null) {
            throw new IllegalStateException("an association without a site was accepted");
        }
        return new InstanceUpload(request, hospital, transferIds.get(), hash, publisher);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
