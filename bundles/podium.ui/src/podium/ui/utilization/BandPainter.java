// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

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
    private MetricScale scale = new MetricScale("", 1, 0, 1);
    private double units = 1;

    BandPainter(Chart chart, Theme theme) {
        this.chart = chart;
        this.theme = theme;
    }

    /** What is painted next, over so many units of the time axis. */
    void set(Curve next, MetricScale of, double timeUnits) {
        curve = next;
        scale = of;
        units = timeUnits;
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
        gc.setAlpha(255);
        gc.setForeground(theme.color(Name.HELD));
        gc.setLineWidth(2);
        gc.drawPolyline(line);
        gc.setLineWidth(1);
    }
}
