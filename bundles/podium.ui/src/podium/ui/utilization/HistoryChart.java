// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import podium.core.metrics.Curve;
import podium.core.metrics.Metric;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** One metric over time: name and value of now above, the curve below. UI thread. */
final class HistoryChart {
    /** Pixels of a chart with room for what is told beside its name; in a narrower one that has a line of its own. */
    private static final int WIDE = 320;
    /** Pixels between two labels of the time. */
    static final int LABEL_GAP = 8;

    private static final char THIN_SPACE = '\u2009';

    private final Composite box;
    private final Theme theme;
    private final Label name;
    private final Metric metric;
    private final Label value;
    private final Chart chart;
    private final BandPainter painter;
    private TimeWindow shown = TimeWindow.MINUTES_5;
    private boolean past;

    HistoryChart(Composite parent, Theme theme, Metric metric) {
        this.theme = theme;
        this.metric = metric;
        box = theme.dress(new Composite(parent, SWT.NONE));
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 4;
        grid.marginHeight = 2;
        grid.verticalSpacing = 0;
        box.setLayout(grid);
        name = theme.dress(new Label(box, SWT.NONE), Name.SURFACE, Name.MUTED);
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
        axis(chart.getAxisSet().getXAxes()[0], stepHint(widestLabel()));
        axis(chart.getAxisSet().getYAxes()[0], 24);
        theme.onTheme(chart, this::colour);
        AccessibleName.name(chart, name::getText, value::getText);
        box.addListener(SWT.Resize, event -> arrange());
    }

    Composite control() {
        return box;
    }

    /** Shows a curve. {@code then}: its end is when a snapshot was taken. */
    void show(Curve curve, Curves.Spread spread, MetricScale scale, TimeWindow window, boolean then) {
        painter.set(curve, spread, scale, window.units());
        shown = window;
        past = then;
        tell();
        IAxis x = chart.getAxisSet().getXAxes()[0];
        IAxis y = chart.getAxisSet().getYAxes()[0];
        x.setRange(new Range(-window.units(), 0));
        if (!window.format().equals(x.getTick().getFormat())) {
            x.getTick().setFormat(window.format());
        }
        y.setRange(new Range(scale.least() / scale.divisor(), scale.most() * 1.05 / scale.divisor()));
        chart.redraw();
    }

    /** Hears where on the time axis the pointer is, in its units; NaN: it left. */
    void onPoint(DoubleConsumer listener) {
        Control plot = (Control) chart.getPlotArea();
        plot.addListener(
                SWT.MouseMove,
                event -> listener.accept(chart.getAxisSet().getXAxes()[0].getDataCoordinate(event.x)));
        plot.addListener(SWT.MouseExit, event -> listener.accept(Double.NaN));
    }

    /** Tells the values of a moment, with a line through it; NaN: those of now. */
    void point(double at) {
        painter.point(at);
        tell();
        chart.redraw();
    }

    private boolean isWide() {
        return box.getClientArea().width >= WIDE;
    }

    private void arrange() {
        GridLayout grid = (GridLayout) box.getLayout();
        grid.numColumns = isWide() ? 2 : 1;
        ((GridData) chart.getLayoutData()).horizontalSpan = grid.numColumns;
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, !isWide(), false));
        value.setAlignment(isWide() ? SWT.RIGHT : SWT.LEFT);
        tell();
        box.layout(true);
    }

    private void tell() {
        GC gc = new GC(value);
        try {
            gc.setFont(value.getFont());
            int room = box.getClientArea().width - 2 * ((GridLayout) box.getLayout()).marginWidth;
            String label = MetricScale.of(metric, 0).label();
            Optional<BandPainter.Pointed> pointed = painter.pointed();
            List<String> names = pointed.filter(at -> !isWide())
                    .map(at -> List.of(label + ", " + ago(at), label))
                    .orElse(List.of(label));
            WidgetText.set(name, fitting(names, room, gc));
            List<String> values = pointed.map(this::words).orElseGet(() -> {
                double last = Curves.last(painter.curve());
                return List.of(Double.isNaN(last) ? Formats.UNKNOWN : Formats.value(last, metric.unit()));
            });
            int beside = isWide() ? gc.textExtent(label).x + ((GridLayout) box.getLayout()).horizontalSpacing : 0;
            WidgetText.set(value, fitting(values, room - beside, gc));
        } finally {
            gc.dispose();
        }
    }

    /** The first that fits, else the last. */
    private static String fitting(List<String> words, int room, GC gc) {
        return words.stream()
                .filter(one -> gc.textExtent(one).x <= room)
                .findFirst()
                .orElse(words.getLast());
    }

    private String ago(BandPainter.Pointed at) {
        String span = shown.before(at.at());
        return past ? Texts.of("HistoryChart.before", span) : Texts.of("HistoryChart.ago", span);
    }

    /** 63 % (20 % to 98 %, p10 to p90), 2.5 min ago; then what is shorter. */
    private List<String> words(BandPainter.Pointed at) {
        String ago = ago(at);
        if (Double.isNaN(at.mean())) {
            return List.of(Texts.of("HistoryChart.notKnown", ago));
        }
        String low = Formats.value(at.low(), metric.unit());
        String high = Formats.value(at.high(), metric.unit());
        String mean = Formats.value(at.mean(), metric.unit());
        boolean same = unit(low).equals(unit(mean)) && unit(high).equals(unit(mean));
        String from = same ? number(low) : low;
        String to = same ? number(high) : high;
        String full = at.spread()
                ? Texts.of("HistoryChart.meanAndSpread", mean, low, high, ago)
                : Texts.of("HistoryChart.meanAndRange", mean, low, high, ago);
        String brief = brief(at, mean, from, to);
        boolean named = same && MetricScale.of(metric, 0).label().endsWith(" " + unit(mean));
        return List.of(full, brief + ", " + ago, brief, named ? brief(at, number(mean), from, to) : mean, mean);
    }

    private static String brief(BandPainter.Pointed at, String mean, String from, String to) {
        return at.spread()
                ? Texts.of("HistoryChart.meanAndSpreadInBrief", mean, from, to)
                : Texts.of("HistoryChart.meanAndRangeInBrief", mean, from, to);
    }

    private static String unit(String quantity) {
        return quantity.substring(quantity.lastIndexOf(THIN_SPACE) + 1);
    }

    private static String number(String quantity) {
        return quantity.substring(0, Math.max(0, quantity.lastIndexOf(THIN_SPACE)));
    }

    private int widestLabel() {
        GC gc = new GC(chart);
        try {
            gc.setFont(chart.getAxisSet().getXAxes()[0].getTick().getFont());
            return Arrays.stream(TimeWindow.values())
                    .mapToInt(window -> gc.textExtent(window.format().format(-window.units())).x)
                    .max()
                    .orElse(0);
        } finally {
            gc.dispose();
        }
    }

    /** The chart takes 1, 2, 5 or 10 of what is nearest to this many pixels: of 3.5 it takes 2, which must have room for a label. */
    static int stepHint(int label) {
        return (int) Math.ceil((label + LABEL_GAP) * 3.5 / 2);
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
