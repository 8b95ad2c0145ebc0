// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.swt.widgets.Composite;

/**
 * Brings what becomes of rows by itself into a table. While the pointer moves over the table or is on its way to it, or keys are used in
 * it, no row moves or goes: who aims at a row hits it. So it is for a moment after a dialog, unless rows came that it may have been
 * about. What the rows say is of now all the same, and those that are about to go are muted. UI thread.
 */
public final class RowFollower<R> {
    private final RowTable<R> table;
    private final UnaryOperator<R> now;
    private final PointerAim aim;

    /**
     * A follower of a table; what the operator does to its rows is shown by {@link RowTable#show} at once.
     *
     * @param now what a row that would leave the table says now
     * @param again follows anew, when what was held back may move
     */
    public RowFollower(RowTable<R> table, UnaryOperator<R> now, Runnable again) {
        this.table = table;
        this.now = now;
        this.aim = new PointerAim(table.control(), () -> table.byThemselves(again));
        table.pressesAreOf(aim::setOut);
    }

    /** What acts on the selected row: the rows stay in place, too, while the pointer moves over it. */
    public RowFollower<R> beside(Composite bar) {
        aim.over(bar);
        return this;
    }

    /** Shows rows of now, in their order of now as soon as nobody aims at one. */
    public void follow(Rows<R> rows) {
        Rows<R> shown = table.rows();
        boolean stays = shown.size() > 0
                && (aim.isTaken()
                        || (aim.isBack() ? HeldOrder.leaving(rows, shown).isEmpty() : aim.isOnTheWay()));
        Rows<R> held = stays ? HeldOrder.of(shown, rows, now) : rows;
        table.follow(held, held == rows ? Set.of() : HeldOrder.leaving(held, rows));
        if (held != rows) {
            aim.waits();
        }
    }

    /** Shows a row that the operator has folded or unfolded, and moves no other one of those that are shown. */
    public void folded(String row, Rows<R> rows) {
        table.show(HeldOrder.folded(table.rows(), rows, row));
        aim.waits();
    }
}
