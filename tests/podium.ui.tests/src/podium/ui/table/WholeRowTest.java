// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.Screen;
import podium.ui.fake.UiFixture;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;

class WholeRowTest {
    private record Line(String name, int times, String node, String message) {}

    private static final String LONG = "a message that goes on and on, beyond the edge of whatever is narrow".repeat(3);
    private static final List<Column<Line, ?>> COLUMNS = List.of(
            Column.text("name", "name", 120, Form.NAME, Line::name),
            Column.count("times", "times", 48, Line::times),
            Column.text("node", "node", 120, Form.NAME, Line::node),
            Column.text("message", "message", 200, Form.SENTENCE, Line::message));

    private final Screen screen = Screen.open();
    private final UiFixture stage = new UiFixture(screen.display(), false);
    private final Shell shell = screen.shell(900, 300);
    private final WholeRow<Line> whole = new WholeRow<>(shell, stage.services.theme(), COLUMNS, "Lines");
    private final RowTable<Line> table = whole.table();

    @BeforeEach
    void open() {
        shell.setLayout(new FillLayout());
        table.show(new Rows<>(List.of(
                new Row<>("short", new Line("a", 1, "n1", "short"), 0, Fold.NONE),
                new Row<>("long", new Line("b", 2, "n2", LONG), 0, Fold.NONE))));
        screen.show(shell);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    private List<Integer> widths() {
        return IntStream.range(0, COLUMNS.size()).mapToObj(table::width).toList();
    }

    private String below() {
        Control last = whole.control().getChildren()[1];
        return last.isVisible() ? ((StyledText) last).getText() : "";
    }

    private void shortOnly() {
        table.show(new Rows<>(List.of(new Row<>("short", new Line("a", 1, "n1", "short"), 0, Fold.NONE))));
        shell.setSize(901, 300);
    }

    @Test
    void whereThereIsRoomColumnsAreAsWideAsTheyWant() {
        shortOnly();
        screen.until("nothing is cut", () -> table.width(0) == 120 && table.width(2) == 120);
    }

    @Test
    void wordsThatAreCutGetTheRoomThatOthersLeave() {
        screen.until("short names leave theirs", () -> table.width(0) < 60 && table.width(2) < 60);
        assertEquals(
                table.control().getClientArea().width,
                widths().stream().mapToInt(Integer::intValue).sum());
        int before = table.width(3);
        table.show(new Rows<>(List.of(
                new Row<>("name", new Line("a-name-of-some-letters", 1, "n1", "short"), 0, Fold.NONE),
                new Row<>("long", new Line("b", 2, "n2", LONG), 0, Fold.NONE))));
        screen.until("a longer name gets its own back", () -> table.width(0) > 110 && table.width(3) < before);
        assertTrue(table.width(2) < 60, "the others leave theirs");
    }

    @Test
    void aWidthThatTheOperatorChoseIsNotLent() {
        table.widths("200 40 120 200");
        screen.until("the others leave theirs", () -> table.width(2) < 60);
        assertEquals(200, table.width(0));
    }

    @Test
    void namesGiveWayBeforeColumnsAreLeftOutAndNothingLiesBeside() {
        shortOnly();
        shell.setSize(340, 300);
        screen.until("names are narrower", () -> table.width(0) < 120 && table.width(0) >= 70);
        assertTrue(widths().stream().allMatch(width -> width > 0), widths()::toString);
        shell.setSize(260, 300);
        screen.until("the node is left out", () -> table.width(2) == 0);
        assertTrue(table.width(0) > 0 && table.width(3) > 0, widths()::toString);
        assertTrue(
                widths().stream().mapToInt(Integer::intValue).sum()
                        <= table.control().getClientArea().width,
                widths()::toString);
        shell.setSize(900, 300);
        screen.until("all is as it was", () -> table.width(0) == 120 && table.width(2) == 120);
    }

    @Test
    void whatIsNotSeenOfTheSelectedRowStandsBelow() {
        table.select(List.of("short"));
        screen.settle();
        assertEquals("", below());
        table.select(List.of("long"));
        screen.until("the message is whole", () -> below().equals("message: " + LONG));
        shell.setSize(260, 300);
        screen.until("and so is what is left out", () -> below().equals("node: n2\nmessage: " + LONG));
        table.select(List.of());
        screen.until("nothing of no row", () -> below().isEmpty());
    }
}
