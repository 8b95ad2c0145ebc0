// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.change.ClusterId;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.ui.details.MetricSourceLine.State;
import podium.ui.dialog.PrometheusDialog;
import podium.ui.label.Snapshots;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** Where the metrics of a cluster come from, how reading each source stands, and what to read. */
public final class MetricSourcesPage implements DetailsPage {
    static final String ID = "sources";

    private static final Duration TICK = Duration.ofSeconds(2);

    private final MetricSources sources;
    private final UiServices services;
    private final Composite box;
    private final PartToolbar toolbar;
    private final Label said;
    private final ToolItem turn;
    private final ToolItem remove;
    private final ToolItem add;
    private final RowTable<MetricSourceLine> table;
    private @Nullable Cluster shown;

    public MetricSourcesPage(Composite parent, UiServices services, MetricSources sources) {
        this.sources = sources;
        this.services = services;
        box = services.theme().dress(new Composite(parent, SWT.NONE));
        toolbar = PartToolbar.above(box, services.theme());
        said = toolbar.label("", true);
        turn = toolbar.button(Icon.PAUSE, "", Texts.of("MetricSourcesPage.offOrOnStop"), this::turn);
        remove = toolbar.button(Icon.CLEAR, "", Texts.of("MetricSourcesPage.removeTheSelectedServers"), this::remove);
        add = toolbar.button(
                Icon.LIVE,
                Texts.of("MetricSourcesPage.add"),
                Texts.of("MetricSourcesPage.addAPrometheusBy"),
                this::add);
        WholeRow<MetricSourceLine> whole = new WholeRow<>(
                box,
                services.theme(),
                MetricSourceLine.columns(services.clock()),
                MetricSourceLine.WIDE,
                Texts.of("MetricSourcesPage.sourcesOfMetrics"));
        whole.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = whole.table();
        table.tip(line -> line.source().exporter().path() + (line.problem().isEmpty() ? "" : "\n" + line.problem()));
        table.onSelect(selected -> enable());
        Repaint.every(box, TICK, this::refresh);
        enable();
    }

    @Override
    public String title() {
        return Texts.of("MetricSourcesPage.sources");
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Control control() {
        return box;
    }

    @Override
    public boolean isFor(EObject thing) {
        return thing instanceof Cluster;
    }

    @Override
    public void show(EObject thing) {
        shown = thing instanceof Cluster cluster ? cluster : null;
        refresh();
    }

    private Optional<ClusterId> cluster() {
        Cluster cluster = shown;
        return cluster == null || cluster.getName() == null ? Optional.empty() : Optional.of(ClusterId.of(cluster));
    }

    private void refresh() {
        if (!box.isVisible()) {
            return;
        }
        List<MetricSourceLine> lines = cluster().map(sources::of).orElse(List.of()).stream()
                .map(MetricSourceLine::new)
                .sorted(Comparator.comparing(MetricSourceLine::state)
                        .thenComparing(MetricSourceLine::kind)
                        .thenComparing(MetricSourceLine::where, NaturalOrder.IGNORING_CASE))
                .toList();
        table.reveal(MetricSourceLine.PROBLEM, lines.stream().anyMatch(line -> !line.problem()
                .isEmpty()));
        table.show(Rows.of(lines, line -> line.source().exporter().path()));
        table.none(snapshot()
                .map(of -> Texts.of("MetricSourcesPage.aSnapshotHolds", Snapshots.words(of)))
                .orElseGet(() -> Texts.of("MetricSourcesPage.looksAgain")));
        String words = words(lines);
        if (!WidgetText.shows(said, words)) {
            WidgetText.set(said, words);
            WidgetText.wholeTip(said, words);
            toolbar.control().layout(true);
        }
        enable();
    }

    private Optional<Cluster> snapshot() {
        Cluster cluster = shown;
        return cluster != null && Snapshots.is(cluster) ? Optional.of(cluster) : Optional.empty();
    }

    private String words(List<MetricSourceLine> lines) {
        Cluster cluster = shown;
        boolean simulated = cluster != null && cluster.isSimulated();
        if (lines.isEmpty()) {
            return snapshot().isPresent()
                    ? Texts.of("MetricSourcesPage.aSnapshotHasNone")
                    : Texts.of("MetricSourcesPage.noSourceFoundYet");
        }
        long trouble = count(lines, State.TROUBLE);
        long unread = count(lines, State.WAITING);
        String all = Formats.counted(lines.size(), "source");
        String sources =
                unread == 0 ? all : Texts.of("MetricSourcesPage.readSoFar", Formats.count(lines.size() - unread), all);
        String words = trouble == 0 ? sources : Texts.of("MetricSourcesPage.failing", sources, Formats.count(trouble));
        return simulated ? Texts.of("MetricSourcesPage.simulated", words) : words;
    }

    private static long count(List<MetricSourceLine> lines, State state) {
        return lines.stream().filter(line -> line.state() == state).count();
    }

    private void enable() {
        List<MetricSourceLine> selected = table.selection();
        add.setEnabled(snapshot().isEmpty());
        turn.setEnabled(!selected.isEmpty());
        remove.setEnabled(selected.stream().anyMatch(line -> line.source().added()));
    }

    private void turn() {
        for (MetricSourceLine line : table.selection()) {
            MetricSource source = line.source();
            sources.turn(source.cluster(), source.exporter(), !source.on());
        }
        refresh();
    }

    private void remove() {
        for (MetricSourceLine line : table.selection()) {
            if (line.source().added()) {
                sources.remove(line.source().cluster(), line.source().exporter());
            }
        }
        refresh();
    }

    private void add() {
        cluster().ifPresent(cluster -> {
            new PrometheusDialog(box.getShell(), services, cluster.name())
                    .ask()
                    .ifPresent(target -> sources.add(cluster, target));
            refresh();
        });
    }
}
