// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import podium.core.metrics.Curve;
import podium.core.metrics.Metric;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** One metric over time: name and value of now above, the curve below. UI thread. */
final class HistoryChart {
    private final Composite box;
    private final Theme theme;
    private final Metric metric;
    private final Label value;
    private final Chart chart;
    private final BandPainter painter;

    HistoryChart(Composite parent, Theme theme, Metric metric) {
        this.theme = theme;
        this.metric = metric;
        box = theme.dress(new Composite(parent, SWT.NONE));
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 4;
        grid.marginHeight = 2;
        grid.verticalSpacing = 0;
        box.setLayout(grid);
        Label name = theme.dress(new Label(box, SWT.NONE), Name.SURFACE, Name.MUTED);
        WidgetText.set(name, MetricScale.of(metric, 0).label());
        value = theme.dress(new Label(box, SWT.RIGHT));
        value.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        chart = new Chart(box, SWT.NONE);
        chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        theme.own(chart);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        painter = new BandPainter(chart, theme);
        chart.getPlotArea().addCustomPaintListener(painter);
        axis(chart.getAxisSet().getXAxes()[0], 56);
        axis(chart.getAxisSet().getYAxes()[0], 24);
        theme.onTheme(chart, this::colour);
        AccessibleName.name(chart, name::getText, value::getText);
    }

    Composite control() {
        return box;
    }

    /** Shows a curve. */
    void show(Curve curve, MetricScale scale, TimeWindow window) {
        painter.set(curve, scale, window.units());
        double last = Curves.last(curve);
        String now = Double.isNaN(last) ? Formats.UNKNOWN : Formats.value(last, metric.unit());
        if (!WidgetText.shows(value, now)) {
            WidgetText.set(value, now);
        }
        IAxis x = chart.getAxisSet().getXAxes()[0];
        IAxis y = chart.getAxisSet().getYAxes()[0];
        x.setRange(new Range(-window.units(), 0));
        if (!window.format().equals(x.getTick().getFormat())) {
            x.getTick().setFormat(window.format());
        }
        y.setRange(new Range(scale.least() / scale.divisor(), scale.most() * 1.05 / scale.divisor()));
        chart.redraw();
    }

    private static void axis(IAxis axis, int step) {
        axis.getTitle().setVisible(false);
        axis.getGrid().setStyle(LineStyle.SOLID);
        axis.getTick().setTickMarkStepHint(step);
        axis.setDrawAxisLine(false);
    }

    private void colour() {
        chart.setBackground(theme.color(Name.SURFACE));
        chart.getPlotArea().setBackground(theme.color(Name.SURFACE));
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(theme.color(Name.MUTED));
            axis.getGrid().setForeground(theme.color(Name.LINE));
        }
        chart.redraw();
    }
}
