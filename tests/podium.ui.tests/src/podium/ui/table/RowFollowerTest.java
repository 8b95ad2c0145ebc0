// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

class RowFollowerTest {
    private static final List<Column<String, ?>> COLUMNS =
            List.of(Column.text("name", "name", 120, Form.NAME, it -> it));

    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(400, 300);
    private final RowTable<String> table = RowTable.table(shell, stage.services.theme(), COLUMNS, "Lines");
    private Rows<String> latest = rows("a:1", "b:1", "c:1");
    private final RowFollower<String> follower = new RowFollower<>(table, () -> table.show(latest));

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        table.show(latest);
        screen.show(shell);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    /** Rows of a key and what they say. */
    private static Rows<String> rows(String... lines) {
        return new Rows<>(Stream.of(lines)
                .map(line -> new Row<>(line.substring(0, 1), line, 0, Fold.NONE))
                .toList());
    }

    private List<String> shown() {
        return table.rows().all().stream().map(Row::item).toList();
    }

    private void pointer(int type) {
        table.control().notifyListeners(type, new Event());
    }

    private void comes(String... lines) {
        latest = rows(lines);
        follower.follow(latest);
    }

    @Test
    void noRowMovesUnderThePointerThoughWhatItSaysIsOfNow() {
        pointer(SWT.MouseMove);
        comes("c:2", "a:2", "b:2");
        assertEquals(List.of("a:2", "b:2", "c:2"), shown());
    }

    @Test
    void noRowComesOrGoesUnderThePointer() {
        pointer(SWT.MouseEnter);
        comes("n:1", "a:2", "c:2");
        assertEquals(List.of("a:2", "b:1", "c:2"), shown());
    }

    @Test
    void whatWasHeldBackMovesWhenThePointerHasLeft() {
        pointer(SWT.MouseMove);
        comes("c:2", "a:2");
        comes("c:3", "a:3");
        pointer(SWT.MouseExit);
        screen.until("the order of now is shown", () -> shown().equals(List.of("c:3", "a:3")));
    }

    @Test
    void withoutAPointerRowsAreInTheOrderOfNowAtOnce() {
        comes("c:2", "a:2");
        assertEquals(List.of("c:2", "a:2"), shown());
    }

    @Test
    void whatTheOperatorDoesToTheRowsIsShownAtOnce() {
        pointer(SWT.MouseDown);
        table.show(rows("c:1", "b:1", "a:1"));
        assertEquals(List.of("c:1", "b:1", "a:1"), shown());
    }

    @Test
    void rowsThatStayInPlaceAreThoseOfNow() {
        Rows<String> next = rows("a:2", "b:2", "c:2");
        assertSame(next, HeldOrder.of(latest, next));
    }
}
