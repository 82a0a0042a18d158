package dev.auricle.deploy.observe;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chart of lines as SVG that needs nothing but itself. */
final class LineChart {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 280;
    private static final int LEFT = 48;
    private static final int RIGHT = 128;
    private static final int TOP = 30;
    private static final int BOTTOM = 40;
    private static final int TICKS = 4;
    private static final int LEGEND_LINE = 16;
    private static final double ALMOST_FLAT = 1e-9;

    /** Colours that people who do not see red and green as different tell apart, too. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f7f7f", "#000000");

    private LineChart() {}

    /** A point. */
    record Point(double x, double y) {}

    /** A line and its name. Two that follow each other have one colour; a line without points keeps its place. */
    record Line(String name, boolean dashed, List<Point> points) {}

    /** What a chart says beside its lines. */
    record Titles(String title, String x, String y) {}

    /** The chart; empty where there is no point to draw. */
    static String svg(Titles titles, List<Line> lines) {
        var points = lines.stream().flatMap(line -> line.points().stream()).toList();
        if (points.isEmpty()) {
            return "";
        }
        var scale = Scale.of(points);
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                .formatted(WIDTH, HEIGHT, Html.text(titles.title())));
        svg.append(text(LEFT, TOP - 12, "start", "t", titles.title()));
        axes(svg, scale, titles);
        int drawn = 0;
        for (int index = 0; index < lines.size(); index++) {
            if (!lines.get(index).points().isEmpty()) {
                draw(svg, scale, lines.get(index), COLOURS.get(index / 2 % COLOURS.size()), drawn++);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg, Scale scale, Titles titles) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            double y = scale.leastY() + share * (scale.mostY() - scale.leastY());
            double x = scale.across(share);
            svg.append("<line class=\"g\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>%n"
                    .formatted(LEFT, WIDTH - RIGHT, at(scale.top(y)), at(scale.top(y))));
            svg.append(text(LEFT - 6, scale.top(y) + 4, "end", "l", number(y)));
            svg.append(text(scale.left(x), HEIGHT - BOTTOM + 16, "middle", "l", number(x)));
        }
        svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "l", titles.x()));
        svg.append(text(WIDTH - RIGHT, TOP - 12, "end", "l", titles.y()));
    }

    private static void draw(StringBuilder svg, Scale scale, Line line, String colour, int place) {
        var dash = line.dashed() ? " stroke-dasharray=\"5 4\"" : "";
        var path = line.points().stream()
                .map(point -> at(scale.left(point.x())) + "," + at(scale.top(point.y())))
                .collect(Collectors.joining(" "));
        svg.append("<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s points=\"%s\"/>%n"
                .formatted(colour, dash, path));
        if (line.points().size() == 1) {
            var only = line.points().get(0);
            svg.append("<circle fill=\"%s\" r=\"3\" cx=\"%s\" cy=\"%s\"/>%n"
                    .formatted(colour, at(scale.left(only.x())), at(scale.top(only.y()))));
        }
        int top = TOP + place * LEGEND_LINE;
        int left = WIDTH - RIGHT + 10;
        svg.append("<line stroke=\"%s\" stroke-width=\"2\"%s x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>%n"
                .formatted(colour, dash, left, left + 20, top, top));
        svg.append(text(left + 26, top + 4, "start", "l", line.name()));
    }

    private static String text(double x, double y, String anchor, String style, String words) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n"
                .formatted(style, at(x), at(y), anchor, Html.text(words));
    }

    private static String at(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    private static String number(double value) {
        boolean whole = Math.abs(value - Math.rint(value)) < ALMOST_FLAT;
        return String.format(Locale.ROOT, whole ? "%.0f" : "%.2f", value);
    }

    /** From values to pixels. */
    private record Scale(double leastX, double mostX, double leastY, double mostY, boolean whole) {
        static Scale of(List<Point> points) {
            double leastX = points.stream().mapToDouble(Point::x).min().orElse(0);
            double mostX = points.stream().mapToDouble(Point::x).max().orElse(1);
            double leastY = points.stream().mapToDouble(Point::y).min().orElse(0);
            double mostY = points.stream().mapToDouble(Point::y).max().orElse(1);
            boolean whole = points.stream().allMatch(point -> point.x() == Math.rint(point.x()));
            return new Scale(leastX, apart(leastX, mostX), leastY, apart(leastY, mostY), whole);
        }

        private static double apart(double least, double most) {
            return most - least < ALMOST_FLAT ? least + 1 : most;
        }

        /** Whole numbers where all are. */
        double across(double share) {
            double x = leastX + share * (mostX - leastX);
            return whole ? Math.rint(x) : x;
        }

        double left(double x) {
            return LEFT + (x - leastX) / (mostX - leastX) * (WIDTH - LEFT - RIGHT);
        }

        double top(double y) {
            return HEIGHT - BOTTOM - (y - leastY) / (mostY - leastY) * (HEIGHT - TOP - BOTTOM);
        }
    }
}
