// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.selection.action.MoveToFirstRowAction;
import org.eclipse.nebula.widgets.nattable.selection.action.MoveToLastRowAction;
import org.eclipse.nebula.widgets.nattable.selection.action.SelectRowAction;
import org.eclipse.nebula.widgets.nattable.selection.config.RowOnlySelectionBindings;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;

/**
 * Mouse and keys of a {@link RowTable}. Pressing the button on a selected row keeps the selection, so that several rows
 * can be dragged; releasing it there selects that row alone.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class RowBindings extends RowOnlySelectionBindings {
    /** What the table does. */
    @NonNullByDefault
    interface Acts {
        boolean isSelected(int rowPosition);

        /** True when nothing is selected, so that a key has nothing to start from. */
        boolean isUnselected();

        /** Selects the row at the place of what was selected last and has left, else the first. */
        void enter();

        /**
         * Whether a press is for a row that moved away from there before that could be seen: it is selected, and nothing else is done. With
         * Ctrl or Shift nothing is done at all.
         */
        boolean pressMoved(MouseEvent at);

        /** Folds or unfolds when the place is the fold sign; true when it was. */
        boolean clickFold(MouseEvent at);

        void clickHeader(int columnPosition);

        void open();

        void fold(boolean open);

        void copy();
    }

    private static final Set<Integer> MOVES = Set.of(SWT.ARROW_DOWN, SWT.ARROW_UP, SWT.PAGE_DOWN, SWT.PAGE_UP);

    private final Acts actions;
    private final SelectRowAction select = new SelectRowAction();

    RowBindings(Acts actions) {
        this.actions = actions;
    }

    @Override
    public void configureUiBindings(UiBindingRegistry registry) {
        super.configureUiBindings(registry);
        registry.registerFirstKeyBinding(
                event -> event.stateMask == SWT.NONE && MOVES.contains(event.keyCode) && actions.isUnselected(),
                (table, event) -> actions.enter());
        // NatTable's own go to the first and last column, which rows that are selected as a whole do not show
        goes(registry, SWT.HOME, new MoveToFirstRowAction());
        goes(registry, SWT.END, new MoveToLastRowAction());
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), (table, event) -> actions.open());
        registry.registerFirstKeyBinding(
                new KeyEventMatcher(SWT.NONE, SWT.KEYPAD_CR), (table, event) -> actions.open());
        registry.registerFirstKeyBinding(
                new KeyEventMatcher(SWT.NONE, SWT.ARROW_LEFT), (table, event) -> actions.fold(false));
        registry.registerFirstKeyBinding(
                new KeyEventMatcher(SWT.NONE, SWT.ARROW_RIGHT), (table, event) -> actions.fold(true));
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'), (table, event) -> actions.copy());
        registry.registerSingleClickBinding(
                new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
                (table, event) -> actions.clickHeader(table.getColumnPositionByX(event.x)));
    }

    private void goes(UiBindingRegistry registry, int key, IKeyAction there) {
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, key), (table, event) -> {
            if (actions.isUnselected()) {
                actions.enter();
            }
            there.run(table, event);
        });
    }

    @Override
    protected void configureBodyMouseClickBindings(UiBindingRegistry registry) {
        registry.registerMouseDownBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> {
            if (!actions.pressMoved(event) && !actions.clickFold(event) && !isSelected(table, event)) {
                select.run(table, event);
            }
        });
        for (int key : new int[] {SWT.MOD1, SWT.MOD2}) {
            registry.registerMouseDownBinding(MouseEventMatcher.bodyLeftClick(key), (table, event) -> {
                if (!actions.pressMoved(event)) {
                    select.run(table, event);
                }
            });
        }
        registry.registerMouseDownBinding(MouseEventMatcher.bodyRightClick(SWT.NONE), (table, event) -> {
            if (!actions.pressMoved(event) && !isSelected(table, event)) {
                select.run(table, event);
            }
        });
        registry.registerSingleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> {
            if (isSelected(table, event)) {
                select.run(table, event);
            }
        });
        registry.registerDoubleClickBinding(
                MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> actions.open());
    }

    @Override
    protected void configureColumnHeaderMouseClickBindings(UiBindingRegistry registry) {
        // a click on a header sorts, it does not select
    }

    @Override
    protected void configureBodyMouseDragMode(UiBindingRegistry registry) {
        // a drag picks rows up, it does not select
    }

    private boolean isSelected(NatTable table, MouseEvent event) {
        return actions.isSelected(table.getRowPositionByY(event.y));
    }
}
