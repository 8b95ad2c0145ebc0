// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ServedResource;
import podium.ui.table.RowFollower;
import podium.ui.table.RowTable;
import podium.ui.table.SortOrder;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Menus.Entry;
import podium.ui.toolkit.TabKey;
import podium.ui.toolkit.Theme;

/** A server's table on the screen: made anew when its columns are others. UI thread. */
final class ObjectTableView {
    private final ObjectTableModel model = new ObjectTableModel();
    private final Composite parent;
    private final Theme theme;
    private final Consumer<List<Row>> selected;
    private final Supplier<List<List<Entry>>> menu;
    private final Runnable updated;
    private Optional<RowTable<Row>> table = Optional.empty();
    private Optional<RowFollower<Row>> follower = Optional.empty();
    private String name = Texts.of("ObjectTableView.objects");
    private String kind = "";

    /**
     * @param menu what the context menu offers for what is selected
     * @param updated hears that the rows of now are shown, and none that were kept
     */
    ObjectTableView(
            Composite parent,
            Theme theme,
            Consumer<List<Row>> selected,
            Supplier<List<List<Entry>>> menu,
            Runnable updated) {
        this.updated = updated;
        this.parent = parent;
        this.theme = theme;
        this.selected = selected;
        this.menu = menu;
    }

    void show(ServedResource resource, String namespace, ObjectTable read) {
        boolean other = model.show(resource, namespace, read) || !name.equals(resource.fullName());
        name = resource.fullName();
        kind = resource.kind();
        if (other) {
            rebuild();
        }
        follower.ifPresent(it -> it.follow(model.rows()));
    }

    private void rebuild() {
        table.ifPresent(old -> old.control().dispose());
        RowTable<Row> made = RowTable.table(
                parent, theme, model.columns(), model.widest(), Texts.of("ObjectTableView.objectsOfKind", name));
        made.narrowWords();
        made.none(Texts.of("ObjectTableView.noneOfThemMatches"));
        made.onSelect(selected);
        made.onSort(by -> {
            model.sort(Optional.of(by));
            refresh();
        });
        Menus.context(made.control(), theme, () -> about(made.selection()), menu);
        table = Optional.of(made);
        RowFollower<Row> follows = new RowFollower<>(made, model::now, this::refresh);
        follower = Optional.of(kind.equals("Event") ? follows.brief() : follows);
        made.sortedBy(model.sort());
    }

    private String about(List<Row> rows) {
        return rows.size() == 1 ? kind + " " + rows.getFirst().name() : Formats.counted(rows.size(), "object");
    }

    private void refresh() {
        table.ifPresent(shown -> {
            shown.sortedBy(model.sort());
            shown.show(model.rows());
            updated.run();
        });
    }

    void wide(boolean shown) {
        model.wide(shown);
        if (table.isPresent()) {
            rebuild();
            refresh();
        }
    }

    /** Filters by what was typed; what of it was not understood. */
    Optional<String> filter(String typed) {
        Optional<String> problem = model.filter(typed);
        refresh();
        return problem;
    }

    /** Sorts events as they are looked for. */
    void newestFirst() {
        model.sort(Optional.of(new SortOrder("lastseen", false)));
    }

    void select(String uid) {
        table.ifPresent(shown -> {
            shown.select(List.of(uid));
            selected.accept(shown.selection());
        });
    }

    List<Row> selection() {
        return table.map(RowTable::selection).orElse(List.of());
    }

    Optional<Control> control() {
        return table.map(RowTable::control);
    }

    /** How many objects are shown, of how many; those that are gone or match no more, and stand there still, are counted apart. */
    String counted() {
        int shown = model.passing();
        String count = Formats.count(model.size());
        String all = model.isWhole() ? count : Texts.of("ObjectTableView.theFirstChooseA", count);
        String some = shown == model.size() ? all : Texts.of("ObjectTableView.shownOf", Formats.count(shown), all);
        String words = model.without()
                .map(it -> Texts.of("ObjectTableView.shownWithout", some, it))
                .orElse(some);
        return table.map(it -> it.withLeaving(words, _ -> true)).orElse(words);
    }

    /** Whether the server has none. */
    boolean isEmpty() {
        return model.size() == 0;
    }

    /** Whether it took the focus. */
    boolean focus() {
        if (table.isEmpty() || !table.get().control().isVisible()) {
            return false;
        }
        TabKey.focus(table.get().control());
        return true;
    }

    void enter() {
        table.ifPresent(RowTable::enter);
    }
}
