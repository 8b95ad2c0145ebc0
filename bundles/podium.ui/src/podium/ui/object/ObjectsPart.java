// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables;
import podium.core.api.ObjectTables.Relative;
import podium.core.api.ServedResource;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.model.fleet.Cluster;
import podium.ui.flow.ObjectFlow;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.ViewState;
import podium.ui.toolkit.WidgetText;

/** The Objects part: every kind that the server has, as the server's own table, live while it is seen. */
public class ObjectsPart {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final String EVERYWHERE = "all namespaces";
    private static final String FIRST = "pods";

    private final FleetService fleet;
    private final FleetSelection selection;
    private final Connections connections;
    private final UiServices services;
    private final MPart part;
    private final ChoiceField kind;
    private final ChoiceField namespace;
    private final FilterField filter;
    private final ToolItem wide;
    private final PartToolbar bar;
    private final Label status;
    private final EmptyState empty;
    private final ObjectTableView view;
    private final ObjectFeed feed;
    private final ObjectInspector inspector;
    private Optional<ClusterId> cluster = Optional.empty();
    private ObjectKinds kinds = ObjectKinds.NONE;
    private CompletableFuture<?> asking = CompletableFuture.completedFuture("");
    private Optional<String> wanted = Optional.empty();

    @Inject
    public ObjectsPart(
            Composite parent,
            FleetService fleet,
            FleetSelection selection,
            Connections connections,
            ObjectFlow flow,
            UiServices services,
            MPart part) {
        this.fleet = fleet;
        this.selection = selection;
        this.connections = connections;
        this.services = services;
        this.part = part;
        ViewState kept = new ViewState(part.getPersistedState());
        bar = PartToolbar.above(parent, services.theme());
        kind = new ChoiceField(bar, services.theme(), "Kind of object", "kind: pods, deploy, nodes ...", this::choose);
        namespace = new ChoiceField(bar, services.theme(), "Namespace", EVERYWHERE, this::choose);
        filter = bar.filter("Filter objects", "words, or column:word");
        status = bar.label("", false);
        wide = bar.check("Wide", "Also the columns of kubectl get -o wide", this::widen);
        bar.button(Icon.EVENT, "Events", "The events of the whole cluster, newest first", this::events);
        bar.button(Icon.RETRY, "", "Ask the server again which kinds it has", this::reload);
        SashForm sash = services.theme().dress(new SashForm(parent, SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash.setSashWidth(1);
        empty = new EmptyState(sash, services.theme());
        inspector = new ObjectInspector(sash, services, this::open);
        sash.setWeights(62, 38);
        ObjectMenu menu = new ObjectMenu(flow);
        view = new ObjectTableView(
                empty.stack(), services.theme(), this::selected, () -> menu.entries(source(), selection()));
        feed = new ObjectFeed(services.background(), services.clock(), this::found, this::failed);
        kind.show(kept.get("kind", String::toString).orElse(FIRST));
        namespace.show(kept.get("namespace", String::toString).orElse(EVERYWHERE));
        filter.onType(typed -> {
            filter.problem(view.filter(typed));
            count();
        });
        filter.onLeave(view::enter);
        Repaint.every(sash, TICK, this::tick);
        new Subscriptions(sash).add(selection.listen(selected -> tick()));
        parent.addListener(SWT.Show, event -> tick());
        sash.addDisposeListener(event -> {
            feed.stop();
            asking.cancel(true);
        });
        empty.why("Nothing is read yet.", "Objects are read while this part is seen.");
    }

    private Optional<ObjectSource> source() {
        return feed.source();
    }

    private List<Row> selection() {
        return view.selection();
    }

    /** Keeps what is looked at for the next start. */
    @PersistState
    void keep() {
        ViewState kept = new ViewState(part.getPersistedState());
        kept.put("kind", kind.chosen());
        kept.put("namespace", namespace.chosen());
    }

    @Focus
    public void focus() {
        if (!view.focus()) {
            kind.focus();
        }
        tick();
    }

    /** Nothing is asked while nobody sees it. */
    private void tick() {
        if (!empty.stack().isVisible()) {
            return;
        }
        Optional<Cluster> current = CurrentCluster.of(selection, fleet);
        if (current.isEmpty()) {
            leave(Optional.empty());
            empty.why(services.opening().empty());
        } else if (!cluster.equals(current.map(ClusterId::of)) || kinds == ObjectKinds.NONE && asking.isDone()) {
            leave(current.map(ClusterId::of));
            ask(current.get());
        }
        feed.tick(true);
    }

    private void leave(Optional<ClusterId> next) {
        if (!cluster.equals(next)) {
            kinds = ObjectKinds.NONE;
            asking.cancel(true);
            feed.choose(Optional.empty());
            selected(List.of());
        }
        cluster = next;
    }

    private <T> Optional<T> capability(Class<T> type) {
        return cluster.flatMap(connections::connection)
                .flatMap((ClusterConnection connection) -> connection.capability(type));
    }

    private void ask(Cluster of) {
        Optional<ObjectTables> tables = capability(ObjectTables.class);
        if (tables.isEmpty()) {
            empty.why(FleetLabels.name(of) + " is not connected.", "Its objects are read once it is.");
            return;
        }
        empty.why("Asking " + FleetLabels.name(of) + " what it has \u2026", "");
        asking = services.background()
                .run(
                        () -> ObjectKinds.read(tables.get()),
                        this::known,
                        problem -> empty.why(
                                "The server does not tell what it has: " + FailureLabel.words(problem),
                                "It is asked again while this part is seen."));
    }

    private void known(ObjectKinds read) {
        if (!empty.stack().isDisposed()) {
            kinds = read;
            kind.offer(read.names());
            namespace.offer(
                    java.util.stream.Stream.concat(java.util.stream.Stream.of(EVERYWHERE), read.namespaces().stream())
                            .toList());
            choose();
        }
    }

    private void reload() {
        kinds = ObjectKinds.NONE;
        tick();
    }

    /** Takes the kind and the namespace that stand in the fields. */
    private void choose() {
        Optional<ServedResource> resource = kinds.find(kind.chosen());
        String space = namespace.chosen().equals(EVERYWHERE) ? "" : namespace.chosen();
        Optional<ObjectTables> tables = capability(ObjectTables.class);
        Optional<ObjectReader> reader = capability(ObjectReader.class);
        selected(List.of());
        if (resource.isEmpty() || tables.isEmpty() || reader.isEmpty()) {
            feed.choose(Optional.empty());
            if (kinds != ObjectKinds.NONE) {
                empty.why(
                        "The server has no kind \"" + kind.chosen() + "\".",
                        "Choose one of the list, or type a name as for kubectl get.");
            }
            return;
        }
        kind.show(resource.get().fullName());
        feed.choose(Optional.of(new ObjectSource(
                cluster.orElseThrow(),
                tables.get(),
                reader.get(),
                resource.get(),
                space,
                kinds.isMeasured(resource.get()))));
        empty.why("Reading " + resource.get().fullName() + " \u2026", "");
        feed.tick(empty.stack().isVisible());
    }

    private void found(ObjectTable table) {
        if (!empty.stack().isDisposed() && feed.source().isPresent()) {
            ObjectSource from = feed.source().get();
            view.show(from.resource(), from.namespace(), table);
            wanted.ifPresent(view::select);
            wanted = Optional.empty();
            count();
        }
    }

    private void count() {
        content();
        say(
                view.isWhole()
                        ? Formats.count(view.shown())
                                + (view.shown() == view.size() ? "" : " of " + Formats.count(view.size()))
                        : "the first " + Formats.count(view.size()) + ", choose a namespace");
    }

    private void failed(String why) {
        if (!empty.stack().isDisposed()) {
            empty.why(
                    "It could not be read: " + why,
                    "It is asked again while this part is seen; another namespace may be allowed.");
            say("");
        }
    }

    private void say(String words) {
        if (WidgetText.set(status, words)) {
            bar.control().layout(true, true);
        }
    }

    private void widen() {
        view.wide(wide.getSelection());
        content();
    }

    /** The table, or that the server has none of them. */
    private void content() {
        Optional<ObjectSource> from = feed.source();
        if (view.size() == 0 && from.isPresent()) {
            String space = from.get().namespace();
            empty.why(
                    "There are no " + from.get().resource().fullName() + (space.isEmpty() ? "." : " in " + space + "."),
                    "They show here as they come.");
        } else {
            view.control().ifPresent(empty::content);
        }
    }

    /** The events of all namespaces, newest first. */
    private void events() {
        kind.show("events");
        namespace.show(EVERYWHERE);
        view.newestFirst();
        choose();
    }

    private void selected(List<Row> rows) {
        inspector.show(feed.source(), rows.stream().findFirst());
    }

    /** Goes to an object of the family of the one that is selected. */
    void open(Relative relative) {
        if (relative.there()) {
            kind.show(relative.resource().fullName());
            namespace.show(relative.namespace().isEmpty() ? EVERYWHERE : relative.namespace());
            filter.control().setText("");
            wanted = Optional.of(relative.uid());
            choose();
        }
    }
}
