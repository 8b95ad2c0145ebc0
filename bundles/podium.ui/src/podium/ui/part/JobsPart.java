// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.core.change.ClusterId;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.FleetService;
import podium.core.fleet.JobQueues;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Job;
import podium.ui.advice.PodRefusals;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.find.FilterProposals;
import podium.ui.jobs.JobColumns;
import podium.ui.jobs.JobGrouping;
import podium.ui.jobs.JobLine;
import podium.ui.jobs.JobTableModel;
import podium.ui.jobs.JobsOverview;
import podium.ui.jobs.WaitReasonFeed;
import podium.ui.jobs.WaitReasons;
import podium.ui.label.SameClusters;
import podium.ui.label.StateLabels;
import podium.ui.selection.Filters;
import podium.ui.selection.Reveals;
import podium.ui.table.Column;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.SortOrder;
import podium.ui.table.TableExport;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.PartLabel;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.SaveFile;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.ViewState;
import podium.ui.toolkit.WidgetText;

/** The Jobs part: every job of the fleet, its state, what it holds, and why it waits. */
public class JobsPart implements Reveals, Filters {
    private static final Duration THROTTLE = Duration.ofMillis(200);
    private static final Duration AGES = Duration.ofSeconds(5);

    private List<ConnectionState> connections = List.of();
    private final FleetService fleet;
    private final FleetTableLink link;
    private final UiServices services;
    private final MPart part;
    private final FilterFields<JobLine> fields = JobColumns.fields();
    private final List<Column<JobLine, ?>> columns;
    private final JobTableModel model;
    private final JobsOverview overview;
    private Optional<String> brief = Optional.empty();

    private final FilterField filter;
    private final PartToolbar toolbar;
    private final Label said;
    private final EmptyState empty;
    private final RowTable<JobLine> table;

    @Inject
    public JobsPart(
            Composite parent,
            FleetService fleet,
            FleetTableLink link,
            WaitReasons reasons,
            SameClusters same,
            PodRefusals refusals,
            UiServices services,
            MPart part) {
        this.fleet = fleet;
        this.link = link;
        this.services = services;
        this.part = part;
        this.columns = JobColumns.all(services.clock());
        this.model = new JobTableModel(columns, reasons, same);
        this.overview = new JobsOverview(fleet.fleet(), model, services.opening());
        ViewState kept = new ViewState(part.getPersistedState());
        kept.get("group", JobGrouping::valueOf).ifPresent(model::group);
        kept.get("sort", SortOrder::parse)
                .filter(sort -> columns.stream().anyMatch(column -> column.id().equals(sort.column())))
                .ifPresent(model::sort);
        toolbar = PartToolbar.above(parent, services.theme());
        filter = toolbar.filter(Texts.of("JobsPart.filterJobs"), fields.hint());
        FieldProposals.filters(
                filter.control(), services.theme(), typed -> FilterProposals.at(fields, typed, model.unfiltered()));
        said = toolbar.label("", true);
        // what it does not need is the filter's
        ((GridData) said.getLayoutData()).grabExcessHorizontalSpace = false;
        empty = new EmptyState(parent, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = RowTable.foldingTable(empty.stack(), services.theme(), columns, Texts.of("JobsPart.jobs"));
        toolbar.choice(
                word -> Texts.of("JobsPart.groupBy", word),
                Stream.of(JobGrouping.values()).map(JobGrouping::word).toList(),
                model.grouping().ordinal(),
                this::group);
        toolbar.button(Icon.EXPORT, "", Texts.of("JobsPart.exportWhatIsShown"), this::export);
        reasons.asking(refusals::read);
        WaitReasonFeed.feed(table, model, reasons, fleet, wire());
        model.load(fleet.fleet());
        refresh();
        kept.take("widths", table::widths);
    }

    /** Keeps how the table is sorted and grouped for the next start; not its filter, which would hide what fails by then. */
    @PersistState
    void keep() {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.put("group", model.grouping().name());
        kept.put("sort", model.sort().text());
        kept.put("widths", table.widths());
    }

    @Focus
    public void focus() {
        TabKey.focus(table.control(), filter.control());
    }

    private Repaint wire() {
        filter.onType(this::typed);
        filter.onLeave(() -> {
            if (table.control().isVisible()) {
                table.enter();
            }
        });
        RowFollower<JobLine> follower = new RowFollower<>(table, model::now, this::refresh)
                .opening(() -> fleet.fleet().getClusters().stream().anyMatch(StateLabels::isOpening));
        Repaint refresh = Repaint.of(table.control(), THROTTLE, () -> refresh(follower::follow));
        new Subscriptions(table.control())
                .add(fleet.listen(delta -> {
                    follower.changed();
                    changed(delta, refresh);
                }))
                .add(services.opening().listen(refresh::request))
                .add(table.onFold(row -> {
                    model.fold(row);
                    refresh(rows -> follower.folded(row.key(), rows));
                }))
                .add(table.onSort(sort -> {
                    model.sort(sort);
                    refresh();
                }));
        Repaint.every(table.control(), AGES, () -> {
            table.control().redraw();
            if (model.forgetFailures()) {
                refresh.request();
            }
        });
        link.select(table, JobsPart::things, this::follow);
        link.carry(table, JobsPart::things);
        return refresh;
    }

    private void changed(FleetDelta delta, Repaint refresh) {
        // bytes of a cluster are heard each second; only how it stands is said here
        List<ConnectionState> now =
                fleet.fleet().getClusters().stream().map(Cluster::getConnection).toList();
        boolean stand = !now.equals(connections);
        connections = now;
        boolean closed = delta.clusters().stream().anyMatch(cluster -> cluster.getFleet() == null);
        boolean changed = model.apply(delta);
        if (changed && closed) {
            refresh(table::follow); // what was closed cannot be aimed at
        } else if (changed || delta.structure() || stand) {
            refresh.request();
        }
    }

    private boolean isQueued() {
        return fleet.fleet().getClusters().stream()
                        .anyMatch(cluster -> !JobQueues.of(cluster).isEmpty())
                || model.queued();
    }

    private void refresh() {
        refresh(table::show);
    }

    private void refresh(Consumer<Rows<JobLine>> show) {
        table.reveal(JobColumns.CLUSTER, fleet.fleet().getClusters().size() > 1);
        table.reveal(JobColumns.QUEUE, isQueued());
        table.sortedBy(Optional.of(model.sort()));
        show.accept(model.rows());
        PartLabel.set(part, overview.tab(), JobsOverview.WIDEST_TAB);
        String counts = overview.counts(
                !filter.control().getText().isBlank(), words -> table.withLeaving(words, JobsPart::isJob), brief);
        if (WidgetText.set(said, counts)) {
            toolbar.fit();
        }
        WidgetText.wholeTip(said, counts);
        overview.empty(table.rows().size()).ifPresentOrElse(empty::why, () -> empty.content(table.control()));
    }

    @Override
    public void filter(String words) {
        filter.type(words);
    }

    private void typed(String typed) {
        Filter<JobLine> parsed = Filter.parse(typed, fields);
        brief = parsed.note();
        filter.problem(parsed.problem());
        model.filter(parsed);
        refresh();
    }

    private void group(int by) {
        model.group(JobGrouping.values()[by]);
        refresh();
    }

    private void follow(List<EObject> selected) {
        table.select(selected.stream().map(model::key).toList());
    }

    @Override
    public void reveal(EObject thing) {
        String key = model.key(thing);
        if (table.rows().all().stream().noneMatch(row -> row.key().equals(key))) {
            model.unfold();
            filter.type(""); // it shows all of them
        }
        refresh();
        table.select(List.of(key));
    }

    private void export() {
        TableExport.csv(
                table.control().getShell(),
                services,
                SaveFile.name(
                        "jobs",
                        fleet.fleet().getClusters().stream()
                                .map(cluster -> ClusterId.of(cluster).name())
                                .toList(),
                        ".csv"),
                JobColumns.exported(columns),
                model.jobs());
    }

    private static boolean isJob(JobLine line) {
        return line.thing().filter(Job.class::isInstance).isPresent();
    }

    private static List<EObject> things(List<JobLine> lines) {
        return lines.stream().flatMap(line -> line.thing().stream()).toList();
    }
}
