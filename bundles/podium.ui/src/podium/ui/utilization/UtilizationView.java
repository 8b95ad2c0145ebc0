// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.failure.FailureText;
import podium.core.fleet.FleetService;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.telemetry.TelemetryStore;
import podium.ui.label.AcceleratorLabels;
import podium.ui.label.FleetLabels;
import podium.ui.label.Snapshots;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Charts and heat map of the selection. The store is read on a virtual thread; the latest question wins. UI thread. */
public final class UtilizationView {
    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int MOST_BUCKETS = 240;
    private static final int LEAST_BUCKETS = 30;

    /** Twice the time between two samples of an exporter: a bucket without any is a gap that means something. */
    private static final Duration LEAST_BUCKET = Duration.ofSeconds(10);

    private static final int LITTLE_HEIGHT = 280;
    private final FleetService fleet;
    private final FleetSelection selection;
    private final TelemetryStore telemetry;
    private final UiServices services;
    private final EmptyState empty;
    private final SashForm sash;
    private final Map<Metric, HistoryChart> charts = new EnumMap<>(Metric.class);
    private final HeatMapCanvas heat;
    private final Label caption;
    private final RemoteHistory past;
    private CompletableFuture<UtilizationQuery.Answer> running = new CompletableFuture<>();
    private TimeWindow window = TimeWindow.MINUTES_5;
    private Metric heatMetric = Metric.ACTIVITY;
    private long version = Long.MIN_VALUE;

    public UtilizationView(
            Composite parent,
            PartToolbar toolbar,
            FleetService fleet,
            FleetSelection selection,
            TelemetryStore telemetry,
            HistoryReader reader,
            UiServices services) {
        this.fleet = fleet;
        this.selection = selection;
        this.telemetry = telemetry;
        this.services = services;
        this.past = new RemoteHistory(reader, services.background(), services.clock(), this::ask);
        caption = toolbar.label("", true);
        empty = new EmptyState(parent, services.theme());
        sash = services.theme().dress(new SashForm(empty.stack(), SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setSashWidth(1);
        Composite left = services.theme().dress(new Composite(sash, SWT.NONE));
        GridLayout grid = new GridLayout(2, true);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 0;
        grid.verticalSpacing = 0;
        left.setLayout(grid);
        left.addListener(SWT.Resize, event -> arrange(left, grid));
        for (Metric metric : UtilizationQuery.METRICS) {
            HistoryChart chart = new HistoryChart(left, services.theme(), metric);
            chart.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            chart.onPoint(at -> charts.values().forEach(each -> each.point(at)));
            charts.put(metric, chart);
        }
        heat = new HeatMapCanvas(sash, services.theme());
        sash.setWeights(58, 42);
        toolbar.choice(
                metric -> Texts.of("UtilizationView.heatMapOf", metric),
                UtilizationQuery.METRICS.stream()
                        .map(metric -> MetricScale.of(metric, 0).name())
                        .toList(),
                0,
                this::heatBy);
        toolbar.choice(
                span -> Texts.of("UtilizationView.last", span),
                Stream.of(TimeWindow.values()).map(TimeWindow::word).toList(),
                window.ordinal(),
                this::lookBack);
        new Subscriptions(sash)
                .add(selection.listen(selected -> ask()))
                .add(() -> running.cancel(true))
                .add(past::stop);
        Repaint.every(sash, TICK, this::tick);
        ask();
    }

    public Composite control() {
        return empty.stack();
    }

    /** One row of charts where there is little height, else two. */
    private static void arrange(Composite charts, GridLayout grid) {
        int columns = charts.getClientArea().height < LITTLE_HEIGHT ? UtilizationQuery.METRICS.size() : 2;
        if (grid.numColumns != columns) {
            grid.numColumns = columns;
            charts.layout(true);
        }
    }

    private void heatBy(int index) {
        heatMetric = UtilizationQuery.METRICS.get(index);
        ask();
    }

    private void lookBack(int index) {
        window = TimeWindow.values()[index];
        ask();
    }

    private void tick() {
        if (empty.stack().isVisible() && (version != telemetry.version() || running.isDone())) {
            ask();
        }
    }

    private List<EObject> shown() {
        List<EObject> selected = selection.get();
        // what a snapshot holds is looked at where it is asked for, and is no part of what there is now
        return selected.isEmpty()
                ? fleet.fleet().getClusters().stream()
                        .filter(cluster -> !Snapshots.is(cluster))
                        .map(EObject.class::cast)
                        .toList()
                : selected;
    }

    private void ask() {
        version = telemetry.version();
        List<Accelerator> devices = shown().stream()
                .flatMap(thing -> AcceleratorLabels.of(thing).stream())
                .filter(FleetLabels::isThere)
                .distinct()
                .toList();
        double memory = devices.stream()
                .mapToDouble(device -> device.getMemoryBytes() == null ? 0 : device.getMemoryBytes())
                .max()
                .orElse(0);
        int buckets = buckets();
        long step = window.isLong()
                ? window.step(buckets).toMillis()
                : window.span().toMillis() / buckets;
        long now = moment(devices);
        // the same question for a whole step, so that a server is asked once
        long to = window.isLong() ? Math.ceilDiv(now, step) * step : now;
        long span = window.isLong() ? step * buckets : window.span().toMillis();
        Set<Span> before = window.isLong() ? spans(devices, to - span, step, buckets) : Set.of();
        UtilizationQuery question = new UtilizationQuery(
                devices.stream().map(DeviceKey::of).toList(),
                to,
                span,
                buckets,
                heatMetric,
                memory,
                AcceleratorLabels.wordOf(devices),
                past.known(before));
        running.cancel(true);
        running = services.background()
                .run(
                        () -> question.ask(telemetry),
                        answer -> show(question, answer, before),
                        problem -> say(Texts.of("UtilizationView.theMetricsCouldNot", FailureText.sentence(problem))));
    }

    /** Now; of a snapshot when it was taken: its curves do not run away from the end of their charts. */
    private long moment(List<Accelerator> devices) {
        Instant now = services.clock().instant();
        return then().isEmpty()
                ? now.toEpochMilli()
                : devices.stream()
                        .limit(UtilizationQuery.MOST_DEVICES)
                        .flatMap(device -> telemetry.latest(DeviceKey.of(device), Metric.ACTIVITY).stream())
                        .mapToLong(sample -> sample.time() + 1)
                        .reduce(
                                shown().stream()
                                        .mapToLong(thing ->
                                                Snapshots.until(thing, now).toEpochMilli())
                                        .max()
                                        .orElse(now.toEpochMilli()),
                                Math::max);
    }

    /** As it was at 12:43, where all that is shown is of a snapshot; empty: it is of now. */
    private Optional<String> then() {
        List<EObject> shown = shown();
        Optional<Cluster> first = shown.stream().findFirst().flatMap(FleetLabels::cluster);
        return first.filter(_ -> shown.stream()
                        .allMatch(thing ->
                                FleetLabels.cluster(thing).filter(Snapshots::is).isPresent()))
                .map(Snapshots::words);
    }

    private static Set<Span> spans(List<Accelerator> devices, long from, long step, int buckets) {
        Set<Span> spans = new LinkedHashSet<>();
        devices.stream().map(DeviceKey::of).map(DeviceKey::cluster).distinct().forEach(cluster -> {
            for (Metric metric : UtilizationQuery.METRICS) {
                spans.add(new Span(cluster, metric, from, Duration.ofMillis(step), buckets));
            }
        });
        return spans;
    }

    private int buckets() {
        int width = heat.control().getClientArea().width;
        int samples = (int) (window.span().toMillis() / LEAST_BUCKET.toMillis());
        return Math.clamp(width / 3, LEAST_BUCKETS, Math.min(samples, MOST_BUCKETS));
    }

    private void show(UtilizationQuery question, UtilizationQuery.Answer answer, Set<Span> before) {
        if (sash.isDisposed()) {
            return;
        }
        String what = shown().stream().map(FleetLabels::path).findFirst().orElse("");
        if (question.devices().isEmpty()) {
            say(what);
            if (shown().isEmpty()) {
                empty.why(services.opening().empty());
            } else {
                empty.why(Texts.of("UtilizationView.holdsNoGpu", what), Texts.of("UtilizationView.selectANodeA"));
            }
            return;
        }
        if (answer.newest().isEmpty()) {
            say(what);
            empty.why(Texts.of("UtilizationView.noMetricOfHas", what), Texts.of("UtilizationView.detailsOfTheCluster"));
            return;
        }
        if (before.isEmpty() || answer.whole()) {
            past.stop();
        } else {
            past.ask(before);
        }
        empty.content(sash);
        answer.curves().forEach((metric, curve) -> charts.get(metric)
                .show(
                        curve,
                        answer.spreads().getOrDefault(metric, Curves.Spread.NONE),
                        question.scale(metric, curve),
                        window,
                        then().isPresent()));
        heat.show(answer.heat(), window, then());
        say(UtilizationCaption.of(what, question, answer, services.clock().instant(), then()) + past.caption());
    }

    /** Says what is shown; where it is too long for its line, the whole is in the tooltip. */
    private void say(String words) {
        WidgetText.set(caption, words);
        WidgetText.wholeTip(caption, words);
    }
}
