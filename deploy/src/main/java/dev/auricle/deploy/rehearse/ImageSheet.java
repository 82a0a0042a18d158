package dev.auricle.deploy.rehearse;

import dev.auricle.deploy.observe.SimulationPage;
import dev.auricle.deploy.observe.Tile;
import dev.auricle.learning.engine.LearningEngine;
import dev.auricle.learning.learn.Images;
import dev.auricle.learning.learn.Pass;
import dev.auricle.learning.learn.Prediction;
import dev.auricle.learning.learn.Sample;
import dev.auricle.learning.learn.SampleSource;
import dev.auricle.learning.learn.Segmenter;
import dev.auricle.learning.method.Method;
import dev.auricle.learning.method.View;
import dev.auricle.trainer.replay.DataSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the last models make of one slice a site: that of those it measures on in which most is drawn. */
final class ImageSheet {
    private final LearningEngine engine;
    private final Method method;

    ImageSheet(LearningEngine engine, Method method) {
        this.engine = engine;
        this.method = method;
    }

    List<SimulationPage.Row> rows(Map<String, DataSet> data, Rehearsed end) {
        var rows = new ArrayList<SimulationPage.Row>();
        new TreeMap<>(data)
                .forEach((site, own) -> fullest(own.validation())
                        .ifPresent(sample -> rows.add(new SimulationPage.Row(site, tiles(sample, end, site)))));
        return rows;
    }

    private Map<String, Tile> tiles(Sample sample, Rehearsed end, String site) {
        var slice = sample.slice();
        var model = end.modelOf(site);
        var range = Tile.Range.of(slice.image());
        var tiles = new LinkedHashMap<String, Tile>();
        tiles.put("input", Tile.grey(slice.image(), slice.columns(), range));
        tiles.put("label", Tile.outlined(slice.image(), slice.label(), slice.columns(), range));
        var local = predict(new View.Local(model), sample);
        if (method.hasGlobalModel()) {
            var global = predict(new View.Global(model.shared()), sample);
            tiles.put("global", Tile.outlined(slice.image(), global.labels(), slice.columns(), range));
        }
        tiles.put("local", Tile.outlined(slice.image(), local.labels(), slice.columns(), range));
        float most = (float) Math.log(method.classes());
        tiles.put("uncertainty", Tile.grey(local.entropy(), slice.columns(), new Tile.Range(0, most)));
        return tiles;
    }

    private Prediction predict(View view, Sample sample) {
        var slice = sample.slice();
        try (var segmenter = new Segmenter(engine, method, view, 1)) {
            return segmenter.predict(new Images(slice.image(), 1, slice.rows(), slice.columns()));
        }
    }

    private static Optional<Sample> fullest(SampleSource source) {
        Optional<Sample> fullest = Optional.empty();
        int most = -1;
        try (var samples = source.open(new Pass.InOrder())) {
            for (var next = samples.next(); next.isPresent(); next = samples.next()) {
                int drawn = drawn(next.get().slice().label());
                if (drawn > most) {
                    most = drawn;
                    fullest = next;
                }
            }
        }
        return fullest;
    }

    private static int drawn(byte[] label) {
        int pixels = 0;
        for (byte value : label) {
            pixels += value == 0 ? 0 : 1;
        }
        return pixels;
    }
}
