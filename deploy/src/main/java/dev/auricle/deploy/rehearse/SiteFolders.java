package dev.auricle.deploy.rehearse;

import dev.auricle.schemas.plan.Plan;
import dev.auricle.schemas.record.Sample;
import dev.auricle.trainer.replay.DataSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder with one folder a site: its exported samples, or its slices as pairs of PNG files. */
public final class SiteFolders {
    private SiteFolders() {}

    /**
     * Each site's data.
     *
     * @throws UnableToRehearse when a site has no folder, or one that is neither
     */
    public static Map<String, DataSet> read(Path directory, Plan plan) {
        var data = new LinkedHashMap<String, DataSet>();
        for (var site : plan.sites()) {
            data.put(site, DataSet.inMemory(plan, samples(directory.resolve(site), plan, site)));
        }
        return data;
    }

    private static List<Sample> samples(Path folder, Plan plan, String site) {
        if (Files.isRegularFile(folder.resolve(SampleFile.NAME))) {
            return SampleFile.read(folder.resolve(SampleFile.NAME));
        }
        if (Files.isDirectory(folder.resolve(PngPairs.IMAGES)) && Files.isDirectory(folder.resolve(PngPairs.MASKS))) {
            return new PngPairs(plan, site).read(folder);
        }
        throw new UnableToRehearse(folder + " holds neither " + SampleFile.NAME + " nor the folders " + PngPairs.IMAGES
                + " and " + PngPairs.MASKS);
    }
}
