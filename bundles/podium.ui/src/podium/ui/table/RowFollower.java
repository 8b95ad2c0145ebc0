// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.eclipse.swt.widgets.Composite;

/**
 * Brings what becomes of rows by itself into a table. While somebody works in the window, and for a minute after, no row moves or goes:
 * who looks at a row and then sets out for it hits it. What the rows say is of now all the same; those that are about to go are muted,
 * those that came are below the others, or where they move nothing that is seen, and a note by which all is brought up to date says so.
 * What comes of a dialog is at its place at once. UI thread.
 */
public final class RowFollower<R> {
    /** The last of what a cluster brings comes a moment after it is open. */
    private static final Duration OPENED = Duration.ofSeconds(5);

    private final RowTable<R> table;
    private final UnaryOperator<R> now;
    private final PointerAim aim;
    private final HeldNote note;
    private final Moment opening;
    private BooleanSupplier opens = () -> false;

    /**
     * A follower of a table; what the operator does to its rows is shown by {@link RowTable#show} at once.
     *
     * @param now what a row that would leave the table says now
     * @param again shows the rows of now in their order of now
     */
    public RowFollower(RowTable<R> table, UnaryOperator<R> now, Runnable again) {
        this(table, now, again, System::nanoTime);
    }

    /** @param clock nanoseconds */
    RowFollower(RowTable<R> table, UnaryOperator<R> now, Runnable again, LongSupplier clock) {
        this.table = table;
        this.now = now;
        this.opening = new Moment(clock);
        this.note = table.heldNote(again);
        this.aim = new PointerAim(table.control(), clock, note::show, () -> table.byThemselves(again));
        table.pressesAreOf(clock, aim::setOut);
        table.onShow(this::sorted);
    }

    /** What acts on the selected row: the pointer over it is as over the row. */
    public RowFollower<R> beside(Composite bar) {
        aim.over(bar);
        return this;
    }

    /** For rows that are to be as of now: they are held only while the pointer is about to act on one. */
    public RowFollower<R> brief() {
        aim.brief();
        return this;
    }

    /** @param clusters whether a cluster is being opened: what it brings is shown at its place at once */
    public RowFollower<R> opening(BooleanSupplier clusters) {
        opens = clusters;
        return this;
    }

    /** Something changed that is shown a moment later: a cluster may be open again by then. */
    public void changed() {
        if (opens.getAsBoolean()) {
            opening.set();
        }
    }

    /** Shows rows of now, in their order of now where nobody may be looking for one. */
    public void follow(Rows<R> rows) {
        changed();
        Rows<R> shown = table.rows();
        Rows<R> held = stays(shown, rows) ? HeldOrder.of(shown, rows, table.endOfSeen(), now) : rows;
        table.follow(held, held == rows ? Set.of() : HeldOrder.leaving(held, rows));
        if (held == rows) {
            sorted();
        } else {
            note.tell(HeldOrder.leaving(rows, held).size());
            aim.waits();
        }
    }

    private boolean stays(Rows<R> shown, Rows<R> rows) {
        return shown.size() > 0
                && aim.isTaken()
                && !(opening.isWithin(OPENED) && isOfOpening(shown, rows))
                && !(aim.isAnswered() && !HeldOrder.leaving(rows, shown).isEmpty());
    }

    /** What was read before its owner is a row only until that is read. */
    private static <R> boolean isOfOpening(Rows<R> shown, Rows<R> rows) {
        return HeldOrder.isFlood(shown, rows)
                || HeldOrder.isFilled(shown, rows)
                || !HeldOrder.leaving(shown, rows).isEmpty();
    }

    /** Shows a row that the operator has folded or unfolded, and moves no other one of those that are shown. */
    public void folded(String row, Rows<R> rows) {
        Rows<R> held = HeldOrder.folded(table.rows(), rows, row);
        table.show(held);
        if (!HeldOrder.isSame(held, rows)) {
            aim.waits();
        }
    }

    private void sorted() {
        aim.goesOn();
        note.hide();
    }
}
