// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import podium.core.metrics.Curve;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** Paints a curve into a chart: a band from least to largest, the mean as a line. Where nothing is known there is a gap. */
final class BandPainter implements ICustomPaintListener {
    private final Chart chart;
    private final Theme theme;
    private Curve curve = new Curve(0, 1, new double[0], new double[0], new double[0], new int[0]);
    private MetricScale scale = new MetricScale("", "", 1, 0, 1);
    private Curves.Spread spread = Curves.Spread.NONE;
    private double units = 1;
    private double pointed = Double.NaN;

    /**
     * What is known of the moment that is pointed at.
     *
     * @param at in units of the time axis
     * @param spread whether low and high leave out a tenth of the devices each; else they are the least and the most
     */
    record Pointed(double at, double mean, double low, double high, boolean spread) {}

    BandPainter(Chart chart, Theme theme) {
        this.chart = chart;
        this.theme = theme;
    }

    /** What is painted next, over so many units of the time axis. */
    void set(Curve next, Curves.Spread middle, MetricScale of, double timeUnits) {
        curve = next;
        spread = middle;
        scale = of;
        units = timeUnits;
    }

    Curve curve() {
        return curve;
    }

    /** Where the pointer is, in units of the time axis; NaN: nowhere. */
    void point(double at) {
        pointed = at;
    }

    /** What is known there; empty: nothing is pointed at. */
    Optional<Pointed> pointed() {
        int bucket = (int) Math.floor((pointed + units) / units * curve.size());
        if (Double.isNaN(pointed) || bucket < 0 || bucket >= curve.size()) {
            return Optional.empty();
        }
        boolean middle = spread.isKnown(bucket);
        return Optional.of(
                curve.count()[bucket] == 0
                        ? new Pointed(pointed, Double.NaN, Double.NaN, Double.NaN, false)
                        : new Pointed(
                                pointed,
                                curve.average()[bucket],
                                middle ? spread.low()[bucket] : curve.min()[bucket],
                                middle ? spread.high()[bucket] : curve.max()[bucket],
                                middle));
    }

    @Override
    public boolean drawBehindSeries() {
        return true;
    }

    @Override
    @NonNullByDefault({}) // the library's types say nothing of null
    public void paintControl(PaintEvent event) {
        GC gc = event.gc;
        gc.setAntialias(SWT.ON);
        for (int from = 0; from < curve.size(); from++) {
            int to = from;
            while (to < curve.size() && curve.count()[to] > 0) {
                to++;
            }
            if (to > from) {
                run(gc, from, to);
                from = to;
            }
        }
        if (!Double.isNaN(pointed)) {
            int at = chart.getAxisSet().getXAxes()[0].getPixelCoordinate(pointed);
            gc.setForeground(theme.color(Name.MUTED));
            gc.drawLine(at, 0, at, chart.getPlotArea().getSize().y);
        }
    }

    /** Where the middle of the devices lies, over the band of all. */
    private void middle(GC gc, int from, int to, int[] line) {
        IAxis y = chart.getAxisSet().getYAxes()[0];
        for (int bucket = from; bucket + 1 < to; bucket++) {
            if (spread.isKnown(bucket) && spread.isKnown(bucket + 1)) {
                int left = line[2 * (bucket - from)];
                int right = line[2 * (bucket + 1 - from)];
                gc.fillPolygon(new int[] {
                    left, y.getPixelCoordinate(spread.high()[bucket] / scale.divisor()),
                    right, y.getPixelCoordinate(spread.high()[bucket + 1] / scale.divisor()),
                    right, y.getPixelCoordinate(spread.low()[bucket + 1] / scale.divisor()),
                    left, y.getPixelCoordinate(spread.low()[bucket] / scale.divisor())
                });
            }
        }
    }

    /** A run of buckets that all have samples; one alone is drawn as wide as it is. */
    private void run(GC gc, int from, int to) {
        IAxis x = chart.getAxisSet().getXAxes()[0];
        IAxis y = chart.getAxisSet().getYAxes()[0];
        int length = to - from;
        if (length == 1) {
            int left = x.getPixelCoordinate(-units + from * units / curve.size());
            int right = x.getPixelCoordinate(-units + to * units / curve.size());
            int at = y.getPixelCoordinate(curve.average()[from] / scale.divisor());
            gc.setForeground(theme.color(Name.HELD));
            gc.setLineWidth(2);
            gc.drawLine(left, at, right, at);
            gc.setLineWidth(1);
            return;
        }
        int[] band = new int[length * 4];
        int[] line = new int[length * 2];
        for (int i = 0; i < length; i++) {
            int bucket = from + i;
            int px = x.getPixelCoordinate(-units + (bucket + 0.5) * units / curve.size());
            band[2 * i] = px;
            band[2 * i + 1] = y.getPixelCoordinate(curve.max()[bucket] / scale.divisor());
            int back = 2 * (2 * length - 1 - i);
            band[back] = px;
            band[back + 1] = y.getPixelCoordinate(curve.min()[bucket] / scale.divisor());
            line[2 * i] = px;
            line[2 * i + 1] = y.getPixelCoordinate(curve.average()[bucket] / scale.divisor());
        }
        gc.setBackground(theme.color(Name.HELD));
        gc.setAlpha(50);
        gc.fillPolygon(band);
        middle(gc, from, to, line);
        gc.setAlpha(255);
        gc.setForeground(theme.color(Name.HELD));
        gc.setLineWidth(2);
        gc.drawPolyline(line);
        gc.setLineWidth(1);
    }
}
