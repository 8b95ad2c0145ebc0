// SPDX-License-Identifier: Apache-2.0
package podium.ui.part;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.eclipse.emf.ecore.EObject;
import podium.ui.action.FleetActions;
import podium.ui.action.SelectionMenu;
import podium.ui.drag.DragOutSource;
import podium.ui.drag.DragSession;
import podium.ui.drag.FileDropTarget;
import podium.ui.find.FindSession;
import podium.ui.selection.FleetSelection;
import podium.ui.table.RowTable;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.Subscriptions;
import podium.ui.toolkit.UiServices;

/** Ties a table of things of the fleet to what is selected, found, offered and dragged anywhere in the window. UI thread. */
@Creatable
public record FleetTableLink(
        FleetSelection selection,
        FindSession finder,
        SelectionMenu menu,
        DragSession drags,
        FleetActions actions,
        UiServices services) {
    @Inject
    public FleetTableLink {}

    /**
     * Selects what the marked rows stand for, marks what was found, and offers the menu.
     *
     * @param things what rows stand for
     * @param follow hears what was selected anywhere else
     */
    <R> void select(RowTable<R> table, Function<List<R>, List<EObject>> things, Consumer<List<EObject>> follow) {
        new Subscriptions(table.control())
                .add(finder.listen(() -> table.found(finder.keys())))
                .add(selection.listen(selected -> {
                    if (selection.source() != table) {
                        follow.accept(selected);
                    }
                }))
                .add(table.onSelect(rows -> selection.set(table, things.apply(rows))));
        Supplier<List<EObject>> marked = () -> things.apply(table.selection());
        Menus.context(
                table.control(),
                services.theme(),
                () -> SelectionMenu.about(marked.get()),
                () -> menu.entries(marked.get()));
    }

    /** Takes manifests that are dropped on a table, and lets the jobs of the marked rows be dragged out of it. */
    <R> void carry(RowTable<R> table, Function<List<R>, List<EObject>> things) {
        FileDropTarget.on(table.control(), files -> actions.submit().drop(files, Optional.empty(), selection.get()));
        DragOutSource.from(
                table.control(), drags, services.theme(), () -> FleetActions.subject(things.apply(table.selection())));
    }
}
