package dev.auricle.deploy.supply;

import java.util.List;

/** Phantom hospitals. */
public final class PhantomHospitals {
    private PhantomHospitals() {}

    /** Three. */
    public static List<HospitalStudies> of(long seed) {
        return List.of();
    }
}
