package dev.auricle.deploy.simulate;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.Tags;
import dev.auricle.dicom.dictionary.Vr;
import dev.auricle.dicom.space.Arrangement;
import dev.auricle.dicom.space.Mask;
import dev.auricle.dicom.space.SlicePlane;
import dev.auricle.learning.draw.RandomDraw;
import java.util.ArrayList;
import java.util.List;

/**
 * An MR study of somebody who does not exist, and its label. The same seed, site and number make the same bytes.
 *
 * @param patient Patient ID
 * @param uid Study Instance UID
 * @param images one series, MR Image Storage, in the order of its slices
 * @param label a SEG of the left atrium, as the site's readers draw it
 * @param truth 1 in the left atrium, on the geometry of the images
 */
public record PhantomStudy(String patient, String uid, List<DataSet> images, DataSet label, Mask truth) {
    /** Keeps a copy of the list. */
    public PhantomStudy {
        images = List.copyOf(images);
    }

    /**
     * A site's patient.
     *
     * @param number from 1 to 999
     */
    public static PhantomStudy of(long seed, PhantomSite site, int number) {
        var identity = new PhantomIdentity(seed, site, number);
        var headers = new ImageHeaders(identity, identity.draw("scan")).write();
        var geometry = Arrangement.of(headers.stream().map(SlicePlane::of).toList())
                .geometry()
                .orElseThrow();
        var scene = Scene.of(geometry, Torso.of(identity.draw("body")));
        var truth = scene.mask(Tissue.LEFT_ATRIUM);
        var images = expose(scene, headers, site.scanner(), identity.draw("exposure"));
        var label =
                new LabelWriter(identity).write(geometry, headers, site.habit().drawn(truth));
        return new PhantomStudy(identity.patientId(), identity.uid("study"), images, label, truth);
    }

    private static List<DataSet> expose(Scene scene, List<DataSet> headers, Scanner scanner, RandomDraw draw) {
        var signal = scene.signal(scanner.tissues().seen(draw));
        var exposure = new Exposure(scene.scan(), scanner, draw);
        var images = new ArrayList<DataSet>();
        for (int slice = 0; slice < headers.size(); slice++) {
            images.add(headers.get(slice).toBuilder()
                    .bytes(Tags.PIXEL_DATA, Vr.OW, exposure.slice(signal, slice))
                    .build());
        }
        return images;
    }
}
