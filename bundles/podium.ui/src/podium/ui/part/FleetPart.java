// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import podium.core.fleet.FleetService;
import podium.model.fleet.Node;
import podium.telemetry.TelemetryStore;
import podium.ui.cluster.ClusterActions;
import podium.ui.cluster.ClusterClosing;
import podium.ui.cluster.ConnectionNotes;
import podium.ui.cluster.EmptyFleetOffers;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.find.FilterProposals;
import podium.ui.fleet.FleetColumns;
import podium.ui.fleet.FleetLine;
import podium.ui.fleet.FleetTreeModel;
import podium.ui.flow.ShellFlow;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.StateLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.selection.Filters;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FieldProposals;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.UiServices;

/** The Fleet part: clusters, domains, nodes and accelerators as a tree with states and counts. */
public class FleetPart implements Filters {
    private static final Duration THROTTLE = Duration.ofMillis(200);
    private final FleetService fleet;
    private final FleetTableLink link;
    private final UiServices services;
    private final FilterFields<Node> fields = FleetColumns.fields();
    private final FleetTreeModel model = new FleetTreeModel();
    private final FilterField filter;
    private final ConnectionNotes notes;
    private final EmptyState empty;
    private final RowTable<FleetLine> table;
    private final ClusterActions clusters;
    private final Dialogs dialogs;

    @Inject
    public FleetPart(
            Composite parent,
            FleetService fleet,
            FleetTableLink link,
            ClusterActions clusters,
            ClusterClosing closing,
            Dialogs dialogs,
            UiServices services) {
        this.fleet = fleet;
        this.clusters = clusters;
        this.dialogs = dialogs;
        this.link = link;
        this.services = services;
        filter = PartToolbar.above(parent, services.theme()).filter(Texts.of("FleetPart.filterNodes"), "");
        filter.setMessage(Texts.of("FleetPart.filterEGFree"));
        FieldProposals.filters(
                filter.control(),
                services.theme(),
                typed -> FilterProposals.at(
                        fields,
                        typed,
                        fleet.fleet().getClusters().stream()
                                .flatMap(cluster -> cluster.getNodes().stream())
                                .toList()));
        notes = new ConnectionNotes(
                parent,
                services,
                clusters,
                (note, question) ->
                        dialogs.consent(note.title(), question, () -> clusters.agree(note.cluster(), question)),
                cluster -> closing.actAs(cluster, Optional.empty()));
        empty = new EmptyState(parent, services.theme());
        empty.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = RowTable.outline(empty.stack(), services.theme(), FleetColumns.all(), Texts.of("FleetPart.fleet"));
        wire();
        refresh();
    }

    @Focus
    public void focus() {
        TabKey.focus(table.control(), filter.control());
    }

    private void wire() {
        filter.onType(this::typed);
        filter.onLeave(() -> {
            if (table.control().isVisible()) {
                table.enter();
            }
        });
        table.tip(FleetColumns::tip);
        // nodes come and go seldom: who works elsewhere is to find the tree as the canvas is
        RowFollower<FleetLine> follower = new RowFollower<>(table, model::now, this::refresh)
                .brief()
                .opening(() -> fleet.fleet().getClusters().stream().anyMatch(StateLabels::isOpening));
        Repaint refresh = Repaint.of(table.control(), THROTTLE, () -> refresh(follower::follow));
        new Subscriptions(table.control())
                .add(fleet.listen(delta -> {
                    model.changed(delta);
                    follower.changed();
                    if (delta.clusters().stream().anyMatch(cluster -> cluster.getFleet() == null)) {
                        refresh(table::follow); // what was closed cannot be aimed at
                    } else {
                        refresh.request();
                    }
                }))
                .add(services.opening().listen(refresh::request))
                .add(table.onFold(row -> {
                    model.fold(row);
                    refresh(rows -> follower.folded(row.key(), rows));
                }));
        link.select(table, FleetPart::things, this::follow);
    }

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void offer(ECommandService commands, EHandlerService handlers) {
        offer(command -> handlers.executeHandler(commands.createCommand(command, Map.of())));
    }

    /** A device may be broken by what is measured of it. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    void measured(TelemetryStore telemetry) {
        model.states(device -> StateLabels.of(device, telemetry));
    }

    /** Where a cluster's login is answered. */
    @Inject
    void answers(ShellFlow shells) {
        notes.onAnswer(shells::login);
    }

    /** The buttons on the canvas where no cluster is open do what the menu does. */
    void offer(Consumer<String> run) {
        services.opening().offers(box -> new EmptyFleetOffers(
                        box,
                        services.theme(),
                        clusters,
                        () -> run.accept("podium.command.openKubeconfig"),
                        () -> run.accept("podium.command.openSimulated"),
                        problem -> dialogs.refuse(
                                Texts.of("FleetPart.open"),
                                FailureLabel.words(problem),
                                Texts.of("FleetPart.openAnotherOne")))
                .refresh());
    }

    private void refresh() {
        refresh(table::show);
    }

    private void refresh(Consumer<Rows<FleetLine>> show) {
        show.accept(model.rows(fleet.fleet()));
        notes.show(fleet.fleet().getClusters());
        if (fleet.fleet().getClusters().isEmpty()) {
            empty.why(services.opening().empty());
        } else {
            empty.content(table.control());
        }
    }

    @Override
    public void filter(String words) {
        filter.type(words);
    }

    private void typed(String typed) {
        Filter<Node> parsed = Filter.parse(typed, fields);
        filter.note(parsed.problem());
        model.filter(typed.isBlank() ? Optional.empty() : Optional.of(parsed));
        refresh();
    }

    private void follow(List<EObject> selected) {
        selected.stream().filter(thing -> thing.eContainer() != null).forEach(model::reveal);
        table.select(List.of());
        refresh();
        table.select(selected.stream().map(FleetLabels::key).toList());
    }

    private static List<EObject> things(List<FleetLine> lines) {
        return lines.stream().map(FleetLine::thing).toList();
    }
}
