// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.PersistState;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables.Relative;
import podium.core.cluster.Connections;
import podium.core.fleet.FleetService;
import podium.ui.enablement.ObjectVerb;
import podium.ui.label.Snapshots;
import podium.ui.selection.CurrentCluster;
import podium.ui.selection.FleetSelection;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.FilterField;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.KeyEntry;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.ViewState;
import podium.ui.toolkit.WidgetText;

/** The Objects part: every kind that the server has, as the server's own table, live while it is seen. */
public class ObjectsPart implements KeyEntry {
    private static final Duration TICK = Duration.ofMillis(500);

    /** Characters of a cluster's name beside the number of rows. */
    private static final int LONGEST = 26;

    private final FleetService fleet;
    private final FleetSelection selection;
    private final MPart part;
    private final ObjectChoice choice;
    private final FilterField filter;
    private final ToolItem wide;
    private final PartToolbar bar;
    private final Label status;
    private final EmptyState empty;
    private final ObjectTableView view;
    private final KindsFeed kinds;
    private final ObjectFeed feed;
    private final ObjectInspector inspector;
    private final ObjectMenu menu;
    private Optional<String> wanted = Optional.empty();
    /** True when the rows are to get the focus as soon as there are some. */
    private boolean entering;
    /** What the rows are that are shown; empty: what is chosen has not been read yet. */
    private Optional<ObjectSource> told = Optional.empty();

    @Inject
    public ObjectsPart(
            Composite parent,
            FleetService fleet,
            FleetSelection selection,
            Connections connections,
            ObjectMenu menu,
            UiServices services,
            MPart part) {
        this.fleet = fleet;
        this.selection = selection;
        this.menu = menu;
        this.part = part;
        bar = PartToolbar.above(parent, services.theme());
        choice = new ObjectChoice(bar, services.theme(), new ViewState(part.getPersistedState()), this::choose);
        filter = bar.filter(Texts.of("ObjectsPart.filterObjects"), Texts.of("ObjectsPart.columnWord"));
        status = bar.label("", false);
        wide = bar.check(Texts.of("ObjectsPart.wide"), Texts.of("ObjectsPart.alsoTheColumnsOf"), this::widen);
        bar.button(Icon.EVENT, Texts.of("ObjectsPart.events"), Texts.of("ObjectsPart.theEventsOfThe"), this::events);
        bar.button(Icon.RETRY, "", Texts.of("ObjectsPart.askTheServerAgain"), this::reload);
        SashForm sash = services.theme().dress(new SashForm(parent, SWT.HORIZONTAL), Name.LINE, Name.TEXT);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        sash.setSashWidth(1);
        empty = new EmptyState(sash, services.theme());
        inspector = new ObjectInspector(
                sash, services, fleet, this::open, row -> menu.entry(source(), List.of(row), ObjectVerb.CONTENT));
        sash.setWeights(62, 38);
        view = new ObjectTableView(
                empty.stack(), services.theme(), this::picked, () -> menu.entries(source(), selection()), this::count);
        feed = new ObjectFeed(services.background(), services.clock(), this::found, this::failed);
        kinds = new KindsFeed(connections, services, empty, this::leave, this::known);
        filter.onType(typed -> filter.note(view.filter(typed)));
        filter.onLeave(view::enter);
        Repaint.every(sash, TICK, this::tick);
        new Subscriptions(sash).add(selection.listen(selected -> tick()));
        parent.addListener(SWT.Show, event -> tick());
        sash.addDisposeListener(event -> {
            feed.stop();
            kinds.stop();
        });
        empty.why(Texts.of("ObjectsPart.nothingIsReadYet"), Texts.of("ObjectsPart.objectsAreReadWhile"));
    }

    /** What is done, is done to rows that are shown: not to those of before while others are read. */
    private Optional<ObjectSource> source() {
        return told;
    }

    private List<Row> selection() {
        return view.selection();
    }

    /**
     * Shows other objects.
     *
     * @param kind as for kubectl get; empty: the same as before
     * @param namespace empty string: all of them; nothing: the same as before
     */
    public void look(String kind, Optional<String> namespace) {
        choice.show(kind.isEmpty() ? choice.word() : kind, namespace.orElse(choice.namespace()));
        filter.control().setText("");
        entering = true;
        if (kinds.isKnown()) {
            choose();
        }
        tick();
    }

    /** What opens the one object that is selected as it is written: its YAML, or the content of a Secret; empty: none is. */
    public Optional<Entry> written() {
        return menu.entry(source(), selection(), ObjectVerb.CONTENT)
                .or(() -> menu.entry(source(), selection(), ObjectVerb.EDIT));
    }

    /** Keeps what is looked at for the next start. */
    @PersistState
    void keep() {
        choice.keep(new ViewState(part.getPersistedState()));
    }

    @Focus
    public void focus() {
        if (!view.focus()) {
            choice.focus();
        }
        tick();
    }

    /** Its kind, selected as a whole: a kind that is typed would be taken for keys in the table. */
    @Override
    public void enterByKey() {
        entering = false;
        choice.focus();
    }

    /** Nothing is asked while nobody sees it. */
    private void tick() {
        if (empty.stack().isVisible()) {
            kinds.tick(CurrentCluster.of(selection, fleet));
            feed.tick(true);
        }
    }

    private void leave() {
        turn(Optional.empty());
    }

    private void turn(Optional<ObjectSource> source) {
        feed.choose(source);
        told = Optional.empty();
        selected(List.of());
        say("");
    }

    private void known() {
        choice.offer(kinds.kinds());
        choose();
    }

    private void reload() {
        kinds.reload();
        tick();
    }

    /** Takes the kind and the namespace that stand in the fields. */
    private void choose() {
        Optional<ObjectSource> source = kinds.source(choice);
        turn(source);
        if (source.isPresent()) {
            empty.why(Texts.of("ObjectsPart.reading", source.get().resource().fullName()), "");
            feed.tick(empty.stack().isVisible());
        } else if (kinds.isKnown()) {
            empty.why(Texts.of("ObjectsPart.theServerHasNo", choice.word()), Texts.of("ObjectsPart.chooseOneFromThe"));
        }
    }

    private void found(ObjectTable table) {
        if (!empty.stack().isDisposed() && feed.source().isPresent()) {
            ObjectSource from = feed.source().get();
            boolean first = told.isEmpty();
            told = feed.source();
            view.show(from.resource(), from.namespace(), table);
            wanted.ifPresent(view::select);
            wanted = Optional.empty();
            if (first) {
                // a row that was selected before is so still
                selected(view.selection());
            }
            // shows the rows: what is hidden takes no focus
            count();
            if (entering && !view.isEmpty()) {
                entering = false;
                view.focus();
            }
        }
    }

    private void count() {
        content();
        say(told.map(from -> cluster(from) + view.counted()).orElse(""));
    }

    /** Whose they are, where several are open: what is selected elsewhere changes it. */
    private String cluster(ObjectSource from) {
        return fleet.fleet().getClusters().size() < 2
                ? ""
                : fleet.cluster(from.cluster())
                        .map(cluster -> Snapshots.fit(cluster, LONGEST) + " \u00b7 ")
                        .orElse("");
    }

    private void failed(String why) {
        if (!empty.stack().isDisposed()) {
            told = Optional.empty();
            empty.why(Texts.of("ObjectsPart.itCouldNotBe", why), Texts.of("ObjectsPart.podiumTriesAgainWhile"));
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

    /** The table, or that the server has none of them; before it answered it is said that they are read. */
    private void content() {
        if (told.isEmpty()) {
            return;
        }
        ObjectSource from = told.get();
        if (view.isEmpty()) {
            String space = from.namespace();
            empty.why(
                    space.isEmpty()
                            ? Texts.of("ObjectsPart.thereAreNo", from.resource().fullName())
                            : Texts.of(
                                    "ObjectsPart.thereAreNoIn", from.resource().fullName(), space),
                    Texts.of("ObjectsPart.newOnesAppearHere"));
        } else {
            view.control().ifPresent(empty::content);
        }
    }

    /** The events of all namespaces, newest first. */
    private void events() {
        choice.show("events", "");
        view.newestFirst();
        choose();
    }

    /** Rows were marked: what they stand for in the fleet is selected with them. */
    private void picked(List<Row> rows) {
        selected(rows);
        if (!rows.isEmpty()) {
            feed.source()
                    .flatMap(source -> fleet.cluster(source.cluster()))
                    .ifPresent(cluster -> selection.set(this, RowsInFleet.of(cluster, rows)));
        }
    }

    private void selected(List<Row> rows) {
        inspector.show(feed.source(), rows.stream().findFirst());
    }

    /** Goes to an object of the family of the one that is selected. */
    void open(Relative relative) {
        if (relative.there()) {
            choice.show(relative.resource().fullName(), relative.namespace());
            filter.control().setText("");
            wanted = Optional.of(relative.uid());
            choose();
        }
    }
}
