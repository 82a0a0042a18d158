package dev.auricle.dicom.web;

import java.util.Optional;

/**
 * A study, a series or an instance on a server (PS3.18, 10.1.1).
 *
 * @param series empty for all of the study
 * @param instance empty for all of the series
 */
public record WebResource(String study, Optional<String> series, Optional<String> instance) {
    public WebResource {
        requireUid(study);
        series.ifPresent(WebResource::requireUid);
        instance.ifPresent(WebResource::requireUid);
        if (instance.isPresent() && series.isEmpty()) {
            throw new IllegalArgumentException("an instance needs its series");
        }
    }

    public static WebResource study(String study) {
        return new WebResource(study, Optional.empty(), Optional.empty());
    }

    public static WebResource series(String study, String series) {
        return new WebResource(study, Optional.of(series), Optional.empty());
    }

    public static WebResource instance(String study, String series, String instance) {
        return new WebResource(study, Optional.of(series), Optional.of(instance));
    }

    String path() {
        return "/studies/" + study + series.map(uid -> "/series/" + uid).orElse("")
                + instance.map(uid -> "/instances/" + uid).orElse("");
    }

    private static void requireUid(String uid) {
        // Digits and dots will do: real archives hold UIDs that PS3.5 does not allow.
        if (!uid.matches("[0-9.]{1,64}")) {
            throw new IllegalArgumentException("not a valid UID");
        }
    }

    /** The kind only: UIDs identify a patient's images. */
    @Override
    public String toString() {
        return instance.isPresent() ? "an instance" : series.isPresent() ? "a series" : "a study";
    }
}
