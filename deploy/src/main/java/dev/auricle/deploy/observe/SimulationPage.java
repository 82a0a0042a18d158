package dev.auricle.deploy.observe;

import dev.auricle.deploy.observe.LineChart.Line;
import dev.auricle.deploy.observe.LineChart.Point;
import dev.auricle.deploy.observe.LineChart.Titles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A simulation as one page that needs no other file, no script and no network: curves, a table, and a sheet of images. */
public final class SimulationPage {
    private static final String STYLE = """
        body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#222;background:#fff}
        h1{font-size:1.5rem;margin:0 0 .2rem} h2{font-size:1.1rem;margin:2rem 0 .5rem}
        .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(26rem,1fr));gap:1rem}
        svg{width:100%;height:auto} .t{font:600 13px system-ui,sans-serif} .l{font:11px system-ui,sans-serif;fill:#555}
        .g{stroke:#e5e5e5} table{border-collapse:collapse} th,td{padding:.25rem .7rem;text-align:right}
        th:first-child,td:first-child{text-align:left} thead th{border-bottom:1px solid #999}
        .sheet img{width:9rem;image-rendering:pixelated;display:block} .sheet td{padding:.2rem}
        .muted{color:#666} code{overflow-wrap:anywhere}
        """;

    private final SimulationReport report;
    private final List<Row> sheet;

    /**
     * A row of the sheet.
     *
     * @param caption nothing that tells who the patient is
     * @param tiles pictures by what they show, in order
     */
    public record Row(String caption, Map<String, Tile> tiles) {}

    /** Of a report and some images. */
    public SimulationPage(SimulationReport report, List<Row> sheet) {
        this.report = report;
        this.sheet = List.copyOf(sheet);
    }

    /** Writes it. */
    public void write(Path file) {
        try {
            Files.writeString(file, html());
        } catch (IOException failed) {
            throw new UncheckedIOException(file + " cannot be written", failed);
        }
    }

    String html() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + Html.text(title())
                + "</title><style>\n" + STYLE + "</style></head><body>\n<h1>" + Html.text(title())
                + "</h1>\n<p class=\"muted\">"
                + Html.text(
                        "%s after %d merged rounds in %.0f s. Dice is of each site's own patients kept for measuring."
                                .formatted(report.outcome(), report.rounds().size(), report.seconds()))
                + "</p>\n" + charts() + table() + robust() + images() + model() + "</body></html>\n";
    }

    private String title() {
        return "Simulation of " + report.federation() + ": " + report.method();
    }

    private String charts() {
        var dice = new ArrayList<Line>();
        for (var site : sites()) {
            dice.add(line(site + " global", true, site, "globalDice"));
            dice.add(line(site + " local", false, site, "localDice"));
        }
        var robust = new ArrayList<Line>();
        for (var site : sites()) {
            robust.add(underAttack(site + " global", true, site, "globalDice"));
            robust.add(underAttack(site + " local", false, site, "localDice"));
        }
        return "<div class=\"charts\">\n"
                + LineChart.svg(new Titles("Dice per site and round", "round", ""), dice)
                + LineChart.svg(new Titles("Loss of the last local epoch", "round", ""), pairs("loss"))
                + LineChart.svg(new Titles("Mass of W off its diagonal", "round", ""), pairs("offDiagonal"))
                + LineChart.svg(new Titles("Dice under attack", "epsilon, z-scored units", ""), robust)
                + "</div>\n";
    }

    /** One line a site, in the colour that the site has where it has two. */
    private List<Line> pairs(String figure) {
        var lines = new ArrayList<Line>();
        for (var site : sites()) {
            lines.add(line(site, false, site, figure));
            lines.add(new Line("", false, List.of()));
        }
        return lines;
    }

    private Line line(String name, boolean dashed, String site, String figure) {
        return new Line(
                name,
                dashed,
                points(report.rounds().stream()
                        .map(round -> new Point(round.number(), figure(round.sites(), site, figure)))));
    }

    private Line underAttack(String name, boolean dashed, String site, String figure) {
        return new Line(
                name,
                dashed,
                points(report.robust().stream()
                        .map(attack -> new Point(attack.epsilon(), figure(attack.sites(), site, figure)))));
    }

    private static List<Point> points(Stream<Point> points) {
        return points.filter(point -> !Double.isNaN(point.y())).toList();
    }

    private static double figure(Map<String, Map<String, Double>> sites, String site, String figure) {
        return sites.getOrDefault(site, Map.of()).getOrDefault(figure, Double.NaN);
    }

    private SortedSet<String> sites() {
        var sites = new TreeSet<>(report.last().keySet());
        report.rounds().forEach(round -> sites.addAll(round.sites().keySet()));
        return sites;
    }

    private String table() {
        var rows = new StringBuilder("<h2>The last model</h2>\n<table><thead><tr><th>site</th><th>learned from</th>"
                + "<th>measured on</th><th>global Dice</th><th>local Dice</th></tr></thead><tbody>\n");
        for (var site : report.sites()) {
            rows.append("<tr><td>%s</td><td>%d</td><td>%d</td><td>%s</td><td>%s</td></tr>%n"
                    .formatted(
                            Html.text(site.name()),
                            site.training(),
                            site.validation(),
                            Figure.of(figure(report.last(), site.name(), "globalDice")),
                            Figure.of(figure(report.last(), site.name(), "localDice"))));
        }
        return rows.append("</tbody></table>\n").toString();
    }

    private String robust() {
        if (report.robust().isEmpty()) {
            return "";
        }
        var rows = new StringBuilder("<h2>Under attack</h2>\n<table><thead><tr><th>epsilon</th><th>steps</th>");
        sites().forEach(site -> rows.append("<th>").append(Html.text(site)).append(" global</th><th>local</th>"));
        rows.append("</tr></thead><tbody>\n");
        for (var attack : report.robust()) {
            rows.append("<tr><td>%s</td><td>%d</td>".formatted(Figure.of(attack.epsilon()), attack.steps()));
            for (var site : sites()) {
                rows.append("<td>%s</td><td>%s</td>"
                        .formatted(
                                Figure.of(figure(attack.sites(), site, "globalDice")),
                                Figure.of(figure(attack.sites(), site, "localDice"))));
            }
            rows.append("</tr>\n");
        }
        return rows.append("</tbody></table>\n").toString();
    }

    private String images() {
        if (sheet.isEmpty()) {
            return "";
        }
        var rows = new StringBuilder("<h2>Images</h2>\n<table class=\"sheet\"><thead><tr><th></th>");
        sheet.get(0)
                .tiles()
                .keySet()
                .forEach(what -> rows.append("<th>").append(Html.text(what)).append("</th>"));
        rows.append("</tr></thead><tbody>\n");
        for (var row : sheet) {
            rows.append("<tr><td>").append(Html.text(row.caption())).append("</td>");
            row.tiles()
                    .forEach((what, tile) -> rows.append("<td><img alt=\"%s\" src=\"%s\"></td>"
                            .formatted(Html.text(row.caption() + ", " + what), tile.dataUri())));
            rows.append("</tr>\n");
        }
        return rows.append("</tbody></table>\n").toString();
    }

    private String model() {
        return "<h2>Model</h2>\n<p>%s, %d parameters, SHA-256 <code>%s</code></p>%n"
                .formatted(
                        Html.text(report.model().version()),
                        report.model().parameters(),
                        Html.text(report.model().sha256()));
    }
}
