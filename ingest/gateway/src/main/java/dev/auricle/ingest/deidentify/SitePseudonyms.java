package dev.auricle.ingest.deidentify;

import dev.auricle.dicom.deidentify.Pseudonyms;
import dev.auricle.schemas.identity.KeyedHash;
import java.util.UUID;

/** Pseudonyms by the keyed hash of a site's secret. */
public record SitePseudonyms(KeyedHash hash) implements Pseudonyms {
    @Override
    public String hex(String kind, String value) {
        return hash.hex(kind, value);
    }

    @Override
    public UUID uuid(String kind, String value) {
        return hash.uuid(kind, value);
    }
}
