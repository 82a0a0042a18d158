package dev.auricle.deploy.supply;

import dev.auricle.deploy.simulate.PhantomSite;
import dev.auricle.deploy.simulate.PhantomStudy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Hospitals whose patients are simulated. */
public final class PhantomHospitals {
    private static final int LEARNING = 8;
    private static final int HELD_OUT = 2;

    private PhantomHospitals() {}

    /** Three, with eight patients to learn from and two withheld each. The same seed, the same bytes. */
    public static List<HospitalStudies> of(long seed) {
        return Arrays.stream(PhantomSite.values())
                .map(site -> new HospitalStudies(
                        site.siteName(),
                        studies(seed, site, 1, LEARNING),
                        studies(seed, site, LEARNING + 1, LEARNING + HELD_OUT),
                        0))
                .toList();
    }

    private static List<Study> studies(long seed, PhantomSite site, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> study(PhantomStudy.of(seed, site, number)))
                .toList();
    }

    private static Study study(PhantomStudy phantom) {
        var images =
                phantom.images().stream().<Instance>map(Instance.InMemory::new).toList();
        return new Study(
                phantom.patient(),
                phantom.uid(),
                List.of(images),
                List.of(new Instance.InMemory(phantom.label())),
                Optional.of(phantom.truth()));
    }
}
