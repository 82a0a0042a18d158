package dev.auricle.deploy.perform;

import dev.auricle.deploy.supply.HospitalStudies;
import dev.auricle.deploy.supply.PhantomHospitals;
import dev.auricle.deploy.supply.StudyFolders;
import java.util.List;

/** Where the demo's studies come from. */
final class HospitalSupply {
    private HospitalSupply() {}

    static List<HospitalStudies> of(DemoSettings settings) {
        return settings.studies()
                .map(folder -> new StudyFolders(settings.holdOut()).read(folder))
                .orElseGet(() -> PhantomHospitals.of(settings.seed()));
    }
}
