// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ObjectTables.Relative;
import podium.core.fleet.FleetService;
import podium.ui.enablement.ObjectVerb;
import podium.ui.label.FailureLabel;
import podium.ui.selection.KeyTarget;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.EmptyState;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** One object beside its table: as YAML, with the events about it, and between its owners and what it owns. UI thread. */
final class ObjectInspector {
    private final UiServices services;
    private final EmptyState empty;
    private final CTabFolder tabs;
    private final YamlView yaml;
    private final EventLines events;
    private final RowTable<Relative> family;
    private final Function<Row, Optional<Entry>> content;
    private Optional<ObjectSource> source = Optional.empty();
    private Optional<Row> shown = Optional.empty();
    private Optional<Object> read = Optional.empty();
    private CompletableFuture<?> running = CompletableFuture.completedFuture("");

    /**
     * @param open shows another object of the family in the table
     * @param content what shows the content of a Secret; empty: nothing does now
     */
    ObjectInspector(
            Composite parent,
            UiServices services,
            FleetService fleet,
            Consumer<Relative> open,
            Function<Row, Optional<Entry>> content) {
        this.content = content;
        this.services = services;
        empty = new EmptyState(parent, services.theme());
        tabs = services.theme().dressTabs(new CTabFolder(empty.stack(), SWT.TOP | SWT.FLAT));
        yaml = new YamlView(tabs, services, this::again, this::follow);
        events = new EventLines(tabs, services, Texts.of("ObjectInspector.eventsOfTheObject"));
        family = RowTable.table(tabs, services.theme(), relatives(), Texts.of("ObjectInspector.ownersAndWhatIt"));
        tab(Texts.of("ObjectInspector.yaml"), yaml.control());
        tab(Texts.of("ObjectInspector.events"), events.control());
        tab(Texts.of("ObjectInspector.owners"), family.control());
        tabs.setSelection(0);
        tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> front()));
        family.onOpen(open);
        KeyTarget.rows(family.control(), () -> source.flatMap(from -> fleet.cluster(from.cluster()))
                .map(cluster -> RowsInFleet.of(
                        cluster, family.selection().stream().map(Relative::uid).collect(Collectors.toSet())))
                .orElse(List.of()));
        tabs.addDisposeListener(event -> running.cancel(true));
        empty.why(Texts.of("ObjectInspector.noObjectIsSelected"), Texts.of("ObjectInspector.selectOneToSee"));
    }

    private void tab(String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        WidgetText.set(item, title);
        item.setControl(control);
    }

    private static List<Column<Relative, ?>> relatives() {
        return List.of(
                Column.<Relative>text(
                                "kind",
                                Texts.of("ObjectInspector.kind"),
                                190,
                                Form.SENTENCE,
                                one -> "\u00a0\u00a0".repeat(one.depth())
                                        + one.resource().kind())
                        .marked(one -> one.there()
                                ? Optional.empty()
                                : Optional.of(new StateIcon(Icon.WARNING, Name.WARNING))),
                Column.text(
                        "name",
                        Texts.of("ObjectInspector.name"),
                        160,
                        Form.NAME,
                        one -> one.there() ? one.name() : Texts.of("ObjectInspector.notFound", one.name())));
    }

    /** Shows an object; the same again changes nothing. Empty: none is selected. */
    void show(Optional<ObjectSource> from, Optional<Row> row) {
        boolean same = row.isPresent()
                && shown.map(Row::uid).equals(row.map(Row::uid))
                && shown.map(Row::name).equals(row.map(Row::name))
                && source.map(ObjectSource::cluster).equals(from.map(ObjectSource::cluster));
        source = from;
        shown = row;
        if (row.isEmpty()) {
            running.cancel(true);
            yaml.clear("");
            empty.why(Texts.of("ObjectInspector.noObjectIsSelected"), Texts.of("ObjectInspector.selectOneToSee"));
        } else if (!same) {
            empty.content(tabs);
            again();
        }
    }

    private void again() {
        read = Optional.empty();
        front();
    }

    /** Reads what the tab in front shows, once for each object. */
    private void front() {
        Object tab = tabs.getSelection().getText();
        if (source.isPresent() && shown.isPresent() && !read.equals(Optional.of(tab))) {
            read = Optional.of(tab);
            ObjectSource from = source.get();
            ObjectRef ref = from.ref(shown.get());
            switch (tabs.getSelectionIndex()) {
                case 0 -> yaml(from, ref);
                case 1 -> events(from, ref, shown.get().uid());
                default -> family(from, shown.get());
            }
        }
    }

    private void yaml(ObjectSource from, ObjectRef ref) {
        yaml.begin(from.cluster(), ref.displayName());
        if (from.resource().isSecret()) {
            running.cancel(true);
            yaml.clear(Texts.of("ObjectInspector.theContentOfA"), ObjectVerb.CONTENT.words(), this::content);
            return;
        }
        read(from, ref, yaml::clear);
    }

    private void content() {
        shown.flatMap(content).ifPresent(entry -> entry.whyNot().ifPresentOrElse(yaml::say, entry.action()));
    }

    private void read(ObjectSource from, ObjectRef ref, Consumer<String> failed) {
        String uid = shown.map(Row::uid).orElse("");
        ask(() -> YamlView.Shown.read(from.reader(), ref, uid), yaml::show, failed);
    }

    private void follow() {
        source.ifPresent(from -> shown.ifPresent(row -> read(from, from.ref(row), yaml::stay)));
    }

    private void events(ObjectSource from, ObjectRef ref, String uid) {
        events.show(List.of(), false);
        ask(
                () -> ObjectEvents.read(from.reader(), ref, uid),
                found -> events.show(found, false),
                why -> events.show(List.of(), false));
    }

    private void family(ObjectSource from, Row row) {
        family.show(Rows.none());
        ask(
                () -> from.tables().family(from.resource(), row.namespace(), row.name()),
                all -> {
                    // of another one of its name nothing is its own
                    boolean its = row.uid().isEmpty()
                            || all.stream().anyMatch(one -> one.uid().equals(row.uid()));
                    List<Relative> found = its ? all : List.of();
                    family.show(Rows.numbered(found));
                    family.select(found.stream()
                            .filter(one -> one.uid().equals(row.uid()))
                            .map(one -> String.valueOf(found.indexOf(one)))
                            .toList());
                },
                why -> family.show(Rows.none()));
    }

    private <T> void ask(Callable<T> reading, Consumer<T> found, Consumer<String> failed) {
        running.cancel(true);
        running = services.background()
                .run(
                        reading,
                        answer -> {
                            if (!tabs.isDisposed()) {
                                found.accept(answer);
                            }
                        },
                        problem -> {
                            if (!tabs.isDisposed()) {
                                failed.accept(Texts.of("ObjectInspector.itCouldNotBe", FailureLabel.words(problem)));
                            }
                        });
    }
}
